import type { ChartData, Figure, Gap, Paragraph, ParagraphStyle, Proposal } from "../draft.ts";

/** 段落里的一个数，还没有位置。 */
export type FigureRun = { readonly kind: "figure" } & Omit<Figure, "start" | "end">;

/** 段落里的一处待补充，还没有位置。`text` 含【】。 */
export type GapRun = { readonly kind: "gap" } & Omit<Gap, "start" | "end">;

/** 段落里一处还没有人确认的话，还没有位置。`text` 含【】；`runs` 是括号里的内容，可以有数。 */
export type ProposalRun = {
  readonly kind: "proposal";
  readonly mark: ProposalMark;
  readonly runs: Run;
} & Omit<Proposal, "start" | "end">;

/** 段落由文字、数、待补充、没有确认的话连成，可以嵌套。 */
export type Run = string | FigureRun | GapRun | ProposalRun | readonly Run[];

/** 待补充：`what` 写在括号里，`asks` 写给填报的人，`key` 是填报文件里的键。 */
export function gap(what: string, asks: string, key?: readonly string[]): GapRun {
  const text = `【待补充：${what}】`;
  return key === undefined ? { kind: "gap", text, asks } : { kind: "gap", text, asks, key };
}

/** 还没有人确认的话前面的标记，后面以 `】` 收尾：由表推断的原因，没有核对过的科目释义。 */
export type ProposalMark = "据表推断" | "释义待核实";

export function proposalOpening(mark: ProposalMark): string {
  return `【${mark}：`;
}

/** 把各段文字连成段落，算出每个数、每处待补充、每处没有确认的话的位置（UTF-16 下标）。 */
export function paragraph(
  id: string,
  style: ParagraphStyle,
  runs: readonly Run[],
  chart?: ChartData,
): Paragraph {
  let text = "";
  const figures: Figure[] = [];
  const gaps: Gap[] = [];
  const proposals: Proposal[] = [];
  const append = (run: Run): void => {
    if (typeof run === "string") {
      text += run;
    } else if (!("kind" in run)) {
      for (const inner of run) append(inner);
    } else if (run.kind === "proposal") {
      const start = text.length;
      append([proposalOpening(run.mark), run.runs, "】"]);
      proposals.push(placedProposal(run, start, text.length));
    } else {
      const start = text.length;
      text += run.text;
      const end = text.length;
      if (run.kind === "figure") figures.push(placedFigure(run, start, end));
      else gaps.push(placedGap(run, start, end));
    }
  };
  append(runs);
  const base = { id, style, text, edited: false, figures, gaps };
  return {
    ...base,
    ...(proposals.length === 0 ? {} : { proposals }),
    ...(chart === undefined ? {} : { chart }),
  };
}

function placedFigure(run: FigureRun, start: number, end: number): Figure {
  const { text, value, moneyUnit, from, formula } = run;
  return { text, value, moneyUnit, start, end, from, formula };
}

function placedGap(run: GapRun, start: number, end: number): Gap {
  const { text, asks, key } = run;
  return key === undefined ? { text, start, end, asks } : { text, start, end, asks, key };
}

function placedProposal(run: ProposalRun, start: number, end: number): Proposal {
  const { text, content, asks, key, evidence } = run;
  return { text, content, start, end, asks, key, evidence };
}

/** 用 `separator` 连接，末尾不加。 */
export function join(runs: readonly Run[], separator: string): Run {
  return runs.map((run, index) => (index === 0 ? run : [separator, run]));
}
