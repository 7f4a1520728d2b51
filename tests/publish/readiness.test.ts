import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { checkTables } from "../../src/checks/check.ts";
import { diagnose } from "../../src/checks/diagnosis/diagnose.ts";
import { officialRules } from "../../src/checks/generated/rules.ts";
import type { Acceptance } from "../../src/findings/acceptance.ts";
import type { Draft, Paragraph } from "../../src/narrative/draft.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { type Inputs, noInputs } from "../../src/narrative/inputs/inputs.ts";
import { readInputs } from "../../src/narrative/inputs/read-inputs.ts";
import { baseOf } from "../../src/narrative/redraft/draft-base.ts";
import { redraft } from "../../src/narrative/redraft/redraft.ts";
import { auditableText } from "../../src/publish/readiness/audit-remarks.ts";
import { openCount, type Readiness, readiness } from "../../src/publish/readiness/readiness.ts";
import { writeReadinessText } from "../../src/publish/readiness/readiness-text.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import { editedWorkbook } from "../cli/edited-workbook.ts";
import { scratch } from "../cli/run-cli.ts";
import { narratives, openExample, paragraphsOf } from "../narrative/example-drafts.ts";

const narrative = narratives.find(({ workbook }) => workbook.startsWith("2022"));
if (narrative === undefined) throw new Error("没有 2022 年度的示例");
const example = await openExample(narrative);
const inputs: Inputs = { ...example.inputs, termsConfirmed: true };
const { current, prior } = example;

interface Extra {
  readonly drafted?: Draft;
  readonly current?: TableSet;
  readonly accepted?: readonly Acceptance[];
}

/** 同命令行一样：核对表，审自己的稿，汇成清单。 */
function ready(draft: Draft, extra: Extra = {}): Readiness {
  const tables = extra.current ?? current;
  const checked = checkTables({ current: tables, prior, rules: officialRules });
  return readiness({
    draft,
    ...(extra.drafted === undefined ? {} : { drafted: extra.drafted }),
    check: diagnose(checked, { current: tables, prior }),
    audit: auditText(auditableText(draft), { fileName: "草稿", current: tables, prior }),
    accepted: extra.accepted ?? [],
  });
}

const kindsOf = ({ open }: Readiness) => open.map(({ kind, findings }) => [kind, findings.length]);

const draftWith = (given: Inputs, tables = current) =>
  draftNarrative({ current: tables, prior, inputs: given });

/** 把某一段换成别的；`change` 返回 null 为删去。 */
function changed(draft: Draft, id: string, change: (each: Paragraph) => Paragraph | null): Draft {
  let found = false;
  const sections = draft.sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.flatMap((each) => {
      if (each.id !== id) return [each];
      found = true;
      return change(each) ?? [];
    }),
  }));
  expect(found).toBe(true);
  return { ...draft, sections };
}

const retyped = (from: string | RegExp, to: string) => (each: Paragraph) => {
  const text = each.text.replace(from, to);
  expect(text).not.toBe(each.text);
  return { ...each, text, edited: true, figures: [], gaps: [] };
};

const complete = draftWith(inputs);
const CHANGED = "二.一/正文";

describe("成稿检查", () => {
  it("都填好、核对过的真实示例：没有未了事项，提示不妨碍公开", () => {
    const result = ready(complete);
    expect(kindsOf(result)).toEqual([]);
    expect(result.notes.map(({ severity }) => severity)).toContain("note");
    expect(writeReadinessText(result)).toMatch(
      /^没有未了事项。\n\n请再看一眼（1 件，不妨碍公开）：/,
    );
  });

  it("没有填、没有确认的：每处待补充、每处记号一件，先待补充后记号", () => {
    const draft = draftWith(noInputs);
    const count = (of: (each: Paragraph) => readonly unknown[] | undefined) =>
      paragraphsOf(draft).reduce((sum, each) => sum + (of(each)?.length ?? 0), 0);
    const kinds = new Map(ready(draft).open.map(({ kind, findings }) => [kind, findings.length]));
    expect(kinds.get("gap")).toBe(count(({ gaps }) => gaps));
    expect(kinds.get("proposal")).toBe(count(({ proposals }) => proposals));
    expect([...kinds.keys()].slice(0, 2)).toEqual(["gap", "proposal"]);
  });

  it("模板残留：位置是段落里的位置", () => {
    const draft = changed(
      complete,
      CHANGED,
      retyped("主要变动原因是", "主要变动原因是（具体原因）"),
    );
    const [remnant] =
      ready(draft).open.find(({ kind }) => kind === "template-remnant")?.findings ?? [];
    const text = paragraphsOf(draft).find(({ id }) => id === CHANGED)?.text ?? "";
    expect(remnant?.text?.section).toBe(CHANGED);
    expect(text.slice(remnant?.text?.start, remnant?.text?.end)).toBe("（具体原因）");
  });

  it("别的年份：一处只报一次；法规里的、概况里的不报", () => {
    const compared = changed(complete, CHANGED, retyped("与2021年相比", "与2019年相比"));
    expect(ready(compared).open.find(({ kind }) => kind === "year")?.findings).toHaveLength(1);
    const typed = changed(
      complete,
      CHANGED,
      retyped(/。$/, "，按《2018年预算管理办法》和2017年方案执行。"),
    );
    const years = ready(typed).open.find(({ kind }) => kind === "year")?.findings ?? [];
    expect(years.map(({ stated }) => stated)).toEqual(["2017年"]);
    const texts = new Map([["概况.职责", "2010年成立。"]]);
    const whole = { ...inputs, whole: true, texts, attachments: ["2020年度绩效报告.docx"] };
    const attached = ready(draftWith(whole)).open.find(({ kind }) => kind === "year");
    expect(attached?.findings.map(({ text }) => text?.section)).toEqual(["四/附件1"]);
  });

  it("缺图：删去的、只剩图题的", () => {
    const [first, second] = paragraphsOf(complete).filter(({ chart }) => chart !== undefined);
    const gone = changed(complete, first?.id ?? "", () => null);
    const bare = changed(gone, second?.id ?? "", ({ chart: _, ...rest }) => rest);
    const charts = ready(bare, { drafted: complete }).open.find(({ kind }) => kind === "chart");
    expect(charts?.findings.map(({ text }) => text?.section)).toEqual([second?.id, first?.id]);
  });

  it("审稿发现的其他问题：手写的占比不对", () => {
    const draft = changed(complete, "二.三/正文", retyped("占7.1%", "占9.1%"));
    const audit = ready(draft).open.find(({ kind }) => kind === "audit");
    expect(audit?.findings.some(({ text }) => text?.section === "二.三/正文")).toBe(true);
  });

  it("填报文件写错的排在最前", () => {
    const bare = draftWith(noInputs);
    const { findings } = readInputs("级别: 乡镇\n", "填报.yaml");
    const draft: Draft = { ...bare, open: [...bare.open, ...findings] };
    expect(kindsOf(ready(draft))[0]).toEqual(["source", 1]);
  });
});

describe("数所在的单元格核对有错误", async () => {
  const source = `examples/${narrative.workbook}`;
  const target = join(scratch(), "改过.xlsx");
  editedWorkbook(source, target, { "Z01 !E37": 999_999_999.99 });
  const tables = recogniseTables(await readWorkbook(readFileSync(target), "改过.xlsx"), "current");
  const draft = draftWith(inputs, tables);
  const result = ready(draft, { current: tables });

  it("列出是哪条错误、说明里哪几处用到；取自这一格的数都在里面", () => {
    const unsound = result.open.find(({ kind }) => kind === "unsound-cell")?.findings ?? [];
    expect(unsound.length).toBeGreaterThan(0);
    expect(result.open.map(({ kind }) => kind)).toContain("unsound-cell");
    const using = paragraphsOf(draft).filter(({ figures }) =>
      figures.some(({ from }) =>
        from.some(
          ({ book, sheet, address }) =>
            book === "current" && sheet.startsWith("Z01 ") && address === "E37",
        ),
      ),
    );
    expect(using.length).toBeGreaterThan(0);
    expect(unsound.map(({ what }) => what).join()).toContain(using[0]?.id);
    for (const { cells } of unsound) expect(cells.length).toBeGreaterThan(0);
  });

  it("旧稿里改过的段落没有随表更新，其中过时的数逐个列出", () => {
    const old = paragraphsOf(complete).map(({ id, text }) => ({
      ids: [id],
      text: id === CHANGED ? text.replace("。", "（见附表）。") : text,
    }));
    const kept = redraft(draft, { paragraphs: old, base: baseOf(complete) }).draft;
    const again = ready(kept, { current: tables, drafted: draft });
    const stale = again.open.find(({ kind }) => kind === "stale")?.findings ?? [];
    expect(stale.map(({ text }) => text?.section)).toContain(CHANGED);
    expect(stale.map(({ stated }) => stated)).toContain("13,452.9万元");
    expect(new Set(stale.map(({ text }) => text?.section)).size).toBe(1);
  });

  it("说明没有用到的格出错，不列在这里", () => {
    const none = { ...draft, sections: draft.sections.filter(({ id }) => id === "三") };
    expect(
      ready(none, { current: tables, drafted: none }).open.map(({ kind }) => kind),
    ).not.toContain("unsound-cell");
  });

  it("表改对了，就没有了", () => {
    expect(ready(complete).open.map(({ kind }) => kind)).not.toContain("unsound-cell");
  });
});

describe("说明理由", () => {
  const draft = changed(complete, CHANGED, retyped(/。$/, "，按2017年方案执行。"));
  const [group] = ready(draft).open;
  const [one] = group?.findings ?? [];
  const acceptance = { rule: one?.rule ?? "", cells: [], what: one?.what ?? "" };

  it("照抄规则和内容、写了理由的不再列，另外计数；没有写理由、内容变了的照列", () => {
    const accept = (reason: string, what = acceptance.what) =>
      ready(draft, { accepted: [{ ...acceptance, what, reason }] });
    expect([openCount(accept("方案就叫这个名称")), accept("方案就叫这个名称").accepted]).toEqual([
      0, 1,
    ]);
    expect(openCount(accept(""))).toBe(1);
    expect(openCount(accept("别的", `${acceptance.what}？`))).toBe(1);
  });

  it("没有填的、没有确认的不能靠说明理由放过", () => {
    const open = draftWith(noInputs);
    const accepted = open.open.map(({ rule, what }) => ({ rule, what, cells: [], reason: "某" }));
    const kinds = ready(open, { accepted }).open.map(({ kind }) => kind);
    expect(kinds).toEqual(["gap", "proposal"]);
  });
});
