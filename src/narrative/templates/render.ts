import type { ChartValue, Value } from "../catalogue/entry.ts";
import type { ChartData, Paragraph, ParagraphStyle, Section } from "../draft.ts";
import { countRun, missingRun, percent, wan } from "../wording/figures.ts";
import { plainText } from "../wording/plain-text.ts";
import { gap, paragraph, type Run } from "../wording/run.ts";
import { evaluate, holds, itemsOf } from "./evaluate.ts";
import type { KnownNames, Scope } from "./names.ts";
import { COVER } from "./section-ids.ts";
import type { Block, EachNode, IfNode, Inline, ParagraphBlock, TemplateStyle } from "./syntax.ts";

const STYLES: Readonly<Record<TemplateStyle, ParagraphStyle>> = {
  封面: "cover",
  标题一: "heading1",
  标题二: "heading2",
  标题三: "heading3",
  部分: "part",
  正文: "body",
  图: "chart",
  条目: "listItem",
};

/** 一节的模板，已核对过。 */
export interface SectionTemplate {
  /** `二.一`；见 section-ids.ts。 */
  readonly id: string;
  readonly blocks: readonly Block[];
}

/** 写出一节；模板一段也没有写出来时为 null。节名取第一段的文字，封面就叫封面。 */
export function renderSection(
  { id, blocks }: SectionTemplate,
  scope: Scope,
  known: KnownNames,
): Section | null {
  const paragraphs = distinct(new Renderer(id, known).blocks(blocks, scope));
  const [first] = paragraphs;
  return first === undefined ? null : { id, title: id === COVER ? COVER : first.text, paragraphs };
}

/** 编号相同的段落（如科目编码重复），从第二个起加 `/2`、`/3`。 */
function distinct(paragraphs: readonly Paragraph[]): Paragraph[] {
  const seen = new Set<string>();
  return paragraphs.map((each) => {
    let { id } = each;
    for (let count = 2; seen.has(id); count += 1) id = `${each.id}/${count}`;
    seen.add(id);
    return { ...each, id };
  });
}

class Renderer {
  constructor(
    private readonly section: string,
    private readonly known: KnownNames,
  ) {}

  blocks(blocks: readonly Block[], scope: Scope): Paragraph[] {
    return blocks.flatMap((block) => {
      if (block.kind === "段落") return this.paragraph(block, scope);
      return this.bodies(block, scope).flatMap(({ body, scope }) => this.blocks(body, scope));
    });
  }

  private paragraph({ style, number, content }: ParagraphBlock, scope: Scope): Paragraph[] {
    const name = this.inlines(number, scope).map(plainText).join("");
    const runs = this.inlines(content, scope);
    if (style === "图") return this.chart(name, content, runs, scope);
    return [paragraph(`${this.section}/${name}`, STYLES[style], runs)];
  }

  private chart(
    name: string,
    content: readonly Inline[],
    runs: readonly Run[],
    scope: Scope,
  ): Paragraph[] {
    const chart = this.chartIn(content, scope);
    if (chart === null) return [];
    const text = runs.map(plainText).join("");
    const [, number = "", title = ""] = /^图(\d+)[：:](.*)$/s.exec(text) ?? [];
    const id = `${this.section}/${name === "" ? `图${number}` : name}`;
    if (chart.kind === "missing") return [paragraph(id, "chart", [...runs, missingRun(chart)])];
    const data: ChartData = { ...chart, number: Number(number), title };
    return [paragraph(id, "chart", runs, data)];
  }

  private chartIn(content: readonly Inline[], scope: Scope): ChartValue {
    for (const node of content) {
      if (node.kind !== "值") continue;
      const value = evaluate(node.value, scope, this.known);
      if (value.kind === "图") return value.chart;
    }
    return null;
  }

  private inlines(nodes: readonly Inline[], scope: Scope): Run[] {
    return nodes.map((node): Run => {
      if (node.kind === "文字") return literalRun(node.text);
      if (node.kind === "值") {
        return printed(evaluate(node.value, scope, this.known), scope);
      }
      const between = node.kind === "每个" ? this.inlines(node.between, scope) : [];
      return this.bodies(node, scope).map(({ body, scope }, index): Run => {
        const own = this.inlines(body, scope);
        return index === 0 ? own : [between, own];
      });
    });
  }

  /** 如果：成立的那一支；每个：逐项。 */
  private bodies<Body>(
    node: IfNode<Body> | EachNode<Body>,
    scope: Scope,
  ): { readonly body: readonly Body[]; readonly scope: Scope }[] {
    if (node.kind === "每个") {
      return itemsOf(node.list, node.when, scope, this.known).map((inside) => ({
        body: node.body,
        scope: inside,
      }));
    }
    const chosen = node.branches.find(
      ({ test }) => test === null || holds(test, scope, this.known),
    );
    return chosen === undefined ? [] : [{ body: chosen.body, scope }];
  }
}

/** 不写筛选时的样子；图不占文字，判断、清单核对时已不许直接写。 */
function printed(value: Value, { context: { style } }: Scope): Run {
  if (value.kind === "金额") return wan(value.fact, style);
  if (value.kind === "计数") return countRun(value.fact);
  if (value.kind === "比率") return percent(value.fact, style);
  return value.kind === "文字" ? value.run : "";
}

const GAP = /(【待补充：[^】]*】)/;

/** 模板里直接写的【待补充：…】也是待补充，草稿里照样列为未了事项。 */
function literalRun(text: string): Run {
  if (!text.includes("【待补充：")) return text;
  return text.split(GAP).map((part): Run => {
    const what = /^【待补充：([^】]*)】$/.exec(part)?.[1];
    return what === undefined ? part : gap(what, `模板里留着待补充：${what}。`);
  });
}
