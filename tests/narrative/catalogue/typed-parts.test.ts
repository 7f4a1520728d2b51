import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/narrative/draft.ts";
import { type Inputs, noInputs, type Performance } from "../../../src/narrative/inputs/inputs.ts";
import { forms } from "../../../src/tables/generated/forms.ts";
import { paragraphsOf } from "../example-drafts.ts";
import { operationsTable, smallDraft } from "../small-books.ts";

const draftOf = (inputs: Partial<Inputs>, tables = operationsTable({})) =>
  smallDraft({ current: tables, inputs, about: { level: "部门" } });
/** 编号以 `prefix` 开头的各段。 */
const textsAt = (draft: Draft, prefix: string) =>
  paragraphsOf(draft)
    .filter(({ id }) => id.startsWith(prefix))
    .map(({ text }) => text);

describe("整本里由人写的部分", () => {
  const whole = (inputs: Partial<Inputs>) => draftOf({ whole: true, ...inputs });

  it("概况一行一段，去掉两头的空白和空行；没有写的待补充", () => {
    const draft = whole({ texts: new Map([["概况.职责", " 一、甲。\r\n\n　二、乙。 \n"]]) });
    expect(textsAt(draft, "一/职责").slice(1)).toEqual(["一、甲。", "二、乙。"]);
    const [gap] = paragraphsOf(draft).find(({ id }) => id === "一/人员情况")?.gaps ?? [];
    expect(gap).toMatchObject({ text: "【待补充：人员情况】", key: ["概况", "人员情况"] });
  });

  it("下属单位逐个列出", () => {
    expect(textsAt(whole({ subordinates: ["甲站", "乙站"] }), "一/下属单位")).toEqual([
      "某单位下属二级预算单位2个：甲站、乙站。",
    ]);
  });

  it.each([
    ["2023年报告.docx", "2023年报告"],
    ["附件/评价.doc", "评价"],
    ["D:\\报告\\评价.PDF", "评价"],
    ["D:\\混用/评价.wps", "评价"],
    ["清单.xls", "清单"],
    ["清单.2023", "清单.2023"],
    ["清单.txt.备份", "清单.txt.备份"],
    ["没有扩展名", "没有扩展名"],
  ])("附件 %s 的标题是 %s", (file, title) => {
    expect(textsAt(whole({ attachments: [file] }), "四/附件")).toEqual([`附件　${title}`]);
  });

  it("附件不止一个的编号", () => {
    expect(textsAt(whole({ attachments: ["甲.docx", "乙.pdf"] }), "四/附件")).toEqual([
      "附件1　甲",
      "附件2　乙",
    ]);
  });

  it("附件没有填的待补充；填明没有的不问", () => {
    const asked = (attachments: Inputs["attachments"]) =>
      paragraphsOf(whole({ attachments }))
        .flatMap(({ gaps }) => gaps)
        .filter(({ key }) => key?.[0] === "附件").length;
    expect([asked(null), asked([]), asked(["甲.docx"])]).toEqual([1, 0, 0]);
  });

  it("附表是十三张公开表，按表号排，汉字序数连续", () => {
    const titles = forms.filter(({ family }) => family === "公开").length;
    const texts = textsAt(whole({}), "五/公开");
    expect(texts).toHaveLength(titles);
    expect(texts.map((text) => text.split("、")[0])).toEqual(
      "一 二 三 四 五 六 七 八 九 十 十一 十二 十三".split(" "),
    );
    expect([texts[0], texts.at(-1)]).toEqual([
      "一、收入支出决算总表",
      "十三、财政拨款“三公”经费支出决算表",
    ]);
  });
});

describe("预算绩效管理", () => {
  const draft = (performance: Partial<Performance>) =>
    draftOf({ performance: { ...noInputs.performance, ...performance } });
  const process = (performance: Partial<Performance>) =>
    textsAt(draft(performance), "二.十.（四）/过程")[0];

  it.each([
    [{ count: 3, projects: ["甲", "乙。"] }, "甲、乙等3个项目"],
    [{ count: 1, projects: ["甲"] }, "对甲1个项目"],
    [{ count: 2, projects: [] }, "对2个项目"],
    [{ count: null, projects: [] }, "对【待补充：编制绩效目标的项目数】个项目"],
  ])("%j：%s", (targeted, words) => {
    expect(process({ targeted })).toContain(words);
  });

  it("没有填项目数的，问填在哪里；填了的数有出处", () => {
    const made = draft({ targeted: { count: 2, projects: [] } });
    const found = paragraphsOf(made).find(({ id }) => id === "二.十.（四）/过程");
    expect(found?.gaps.map(({ key }) => key)).toEqual([
      ["绩效管理", "事前评估", "项目数"],
      ["绩效管理", "绩效监控", "项目数"],
      ["绩效管理", "绩效自评", "项目数"],
      ["绩效管理", "附件"],
    ]);
    expect(found?.figures.map(({ text, formula }) => [text, formula])).toEqual([
      ["2", "填报：绩效管理.绩效目标.项目数"],
    ]);
  });

  it("自评：全年预算数、执行数都有才写；得分、综述照写", () => {
    const review = { name: "甲", score: "98.5", budget: 20_000, actual: 10_000, summary: "好。" };
    const made = draft({
      whole: { ...review, actual: null },
      projects: [review, { ...review, name: "乙", score: null, summary: null }],
    });
    const [self, first, second] = ["整体自评", "项目自评/1", "项目自评/2"].map((id) =>
      paragraphsOf(made).find((each) => each.id === `二.十.（四）/${id}`),
    );
    expect(self?.text).toContain("得分为98.5分");
    expect(self?.text).not.toContain("全年预算数");
    expect(first?.text).toContain("“甲”项目全年预算数0.02万元，执行数0.01万元，完成预算50.00%");
    expect(first?.figures.map(({ formula }) => formula)).toContain(
      "填报：绩效管理.项目自评.甲.得分",
    );
    expect(second?.text).not.toContain("得分");
  });

  it("什么自评都没有填的，问见哪里；填了见附件的照写", () => {
    const asks = paragraphsOf(draft({})).flatMap(({ gaps }) => gaps.map(({ key }) => key));
    expect(asks).toContainEqual(["绩效管理", "附件"]);
    const made = draft({ attachment: "自评报告详见附件1。" });
    expect(textsAt(made, "二.十.（四）").join()).toContain("自评报告详见附件1。");
  });
});

describe("逐件列出的金额", () => {
  const guests = operationsTable({ "三公.公务接待费": 300, "三公.国内接待费": 300 });
  const listed = (amounts: readonly (number | null)[]) => {
    const receptions = amounts.map((cents, index) => ({ text: `第${index + 1}件`, cents }));
    const [text = ""] = textsAt(draftOf({ receptions }, guests), "二.七.（二）/3/国内");
    return text.slice(text.indexOf("具体内容包括：") + "具体内容包括：".length);
  };

  it.each([
    ["都是 0.01 万元的整数倍，以万元印", [20_000, 1_230_000], "第1件0.02万元；第2件1.23万元。"],
    ["有一件不是，一律以元印", [12_345, 20_000], "第1件123.45元；第2件200元。"],
    ["合计是整数倍、逐件不是的也以元印", [19_999, 10_001], "第1件199.99元；第2件100.01元。"],
  ])("%s", (_, amounts, expected) => {
    expect(listed(amounts)).toBe(expected);
  });
});
