import { describe, expect, it } from "vitest";
import type { Draft, Gap, Paragraph, Proposal } from "../../src/narrative/draft.ts";
import { type Inputs, noInputs } from "../../src/narrative/inputs/inputs.ts";
import { inputsTemplate } from "../../src/narrative/inputs/inputs-template.ts";
import { styleTemplate } from "../../src/narrative/inputs/style-template.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { handBuilt } from "./hand-built.ts";

const book = handBuilt("current", { year: 2023, tables: {} });

interface Place {
  readonly key?: readonly string[];
  readonly asks?: string;
  /** 给了就是据表推断、释义待核实。 */
  readonly content?: string;
}

/** 一段文字；里面的 ※ 依次是各处待补充。 */
function paragraph(text: string, places: readonly Place[], figure?: string): Paragraph {
  const gaps: Gap[] = [];
  const proposals: Proposal[] = [];
  let written = "";
  text.split("※").forEach((part, index) => {
    const place = places[index - 1];
    if (place !== undefined) {
      const { key, asks = "问什么", content } = place;
      const quote = content === undefined ? "【待补充：某】" : `【据表推断：${content}】`;
      const at = { text: quote, start: written.length, end: written.length + quote.length, asks };
      if (content !== undefined) proposals.push({ ...at, content, key: key ?? [], evidence: [] });
      else gaps.push({ ...at, ...(key === undefined ? {} : { key }) });
      written += quote;
    }
    written += part;
  });
  const figures =
    figure === undefined
      ? []
      : [
          {
            text: figure,
            value: figure,
            moneyUnit: "元" as const,
            start: 0,
            end: 0,
            from: [],
            formula: "",
          },
        ];
  return { id: "段", style: "body", text: written, edited: false, figures, gaps, proposals };
}

function draftOf(paragraphs: readonly Paragraph[], about: Partial<Draft> = {}): Draft {
  const sections = [{ id: "二.一", title: "某节", paragraphs }];
  return { unit: "某单位", year: 2023, level: "单位", profile: "某", sections, open: [], ...about };
}

/** 模板里“写法”一段以后的部分。 */
function keysPart(draft: Draft, lastYear: Inputs | null = null, current: TableSet = book): string {
  const template = inputsTemplate(current, null, draft, lastYear);
  return template.slice(template.indexOf(styleTemplate()) + styleTemplate().length).trim();
}

const asking = (...key: string[]) => paragraph("※", [{ key }]);

describe("每处待补充一个空键", () => {
  it("顶层的键按填写的次序排，不认识的放在最后；同一个顶层键下的放在一起", () => {
    const part = keysPart(
      draftOf([
        asking("别的"),
        asking("附件"),
        asking("公务接待", "国内接待用途"),
        asking("年度"),
        asking("公务用车", "购置用途"),
        asking("公务接待", "外事接待用途"),
      ]),
    );
    expect(part.match(/^ *[^# \n].*/gm)).toEqual([
      "年度:",
      "公务用车:",
      "  购置用途:",
      "公务接待:",
      "  国内接待用途:",
      "  外事接待用途:",
      "附件:",
      "别的:",
    ]);
  });

  it("注释是问什么和所在的那一句；两处问同一个键的，只写前一处的", () => {
    const part = keysPart(
      draftOf([
        paragraph("前一句。买了※，用于※。后一句。", [
          { key: ["公务用车", "购置用途"], asks: "买了什么。" },
          { key: ["公务用车", "运行维护用途"], asks: "用于什么。" },
        ]),
        paragraph("又问一次※。", [{ key: ["公务用车", "购置用途"], asks: "又问。" }]),
      ]),
    );
    expect(part).toBe(
      [
        "公务用车:",
        "  # 买了什么。",
        "  # 原句：买了【待补充：某】，用于【待补充：某】。",
        "  购置用途:",
        "  # 用于什么。",
        "  # 原句：买了【待补充：某】，用于【待补充：某】。",
        "  运行维护用途:",
      ].join("\n"),
    );
  });

  it.each([
    ["句末没有句号：到段末", "前。甲※乙", "甲【待补充：某】乙"],
    ["在段首", "※乙。后。", "【待补充：某】乙。"],
    ["一百个字的还抄", `${"字".repeat(93)}※`, `${"字".repeat(93)}【待补充：某】`],
    ["再长就不抄", `${"字".repeat(94)}※`, null],
  ])("原句：%s", (_, text, sentence) => {
    expect(keysPart(draftOf([paragraph(text, [{ key: ["附件"] }])]))).toBe(
      ["# 问什么", ...(sentence === null ? [] : [`# 原句：${sentence}`]), "附件:"].join("\n"),
    );
  });

  it("原因：写着推断的那一句和状态；没有推断的留空，状态先写已确认", () => {
    const part = keysPart(
      draftOf([
        paragraph("※※", [
          { key: ["原因", "收支总计增减"], asks: "为什么\n  增加。", content: '人员"增加"' },
          { key: ["原因", "各项完成预算", "2010301"], asks: "为什么不等。" },
        ]),
      ]),
    );
    expect(part).toBe(
      [
        "原因:",
        "  # 为什么 增加。",
        "  收支总计增减:",
        '    内容: "人员\\"增加\\""',
        "    # 待补充（不要推断）、据表推断（待核实）、已确认",
        "    状态: 据表推断",
        "  各项完成预算:",
        "    # 为什么不等。",
        '    "2010301":',
        "      内容:",
        "      # 待补充（不要推断）、据表推断（待核实）、已确认",
        "      状态: 已确认",
      ].join("\n"),
    );
  });

  it("项级全年预算数：写科目和决算数；另给一个声明各项都相等的键", () => {
    const part = keysPart(
      draftOf([
        paragraph(
          "12.一般公共服务（类）1.行政运行（项）：支出为甲：※。",
          [{ key: ["项级全年预算数", "2010301"] }],
          "12.5",
        ),
        paragraph("科目：※", [{ key: ["项级全年预算数", "2010302"] }]),
      ]),
    );
    expect(part).toBe(
      [
        "# 决算报表只有类级的全年预算数。各项都等于决算数的，这里填“是”，下面“项级全年预算数”就不必填；",
        "# 程序会与财决01-1 的类级全年预算数核对，对不上的类仍要逐项填（元）。",
        "各项全年预算数等于决算数:",
        "",
        "项级全年预算数:",
        "  # 一般公共服务（类）1.行政运行（项）：决算数 12.5 元",
        '  "2010301":',
        "  # 科目",
        '  "2010302":',
      ].join("\n"),
    );
  });

  it("名词解释：没有释义的问是什么意思，有建议的写出建议", () => {
    const part = keysPart(
      draftOf([
        paragraph("甲：※", [{ key: ["名词解释", "2010301"], asks: "甲是什么。" }]),
        paragraph("乙：※", [
          { key: ["名词解释", "2010302"], asks: "请核对。", content: "反映乙。" },
        ]),
        paragraph("丙：※", [{ key: ["公务接待", "国内接待用途"], content: "丙" }]),
      ]),
    );
    expect(part).toBe(
      [
        "公务接待:",
        "  # 问什么",
        "  # 原句：丙：【据表推断：丙】",
        "  国内接待用途:",
        "",
        "名词解释:",
        "  # 甲是什么。",
        "  # 原句：甲：【待补充：某】",
        '  "2010301":',
        "  # 请核对。",
        "  # 建议：反映乙。",
        '  "2010302":',
      ].join("\n"),
    );
  });

  it("车型：逐种列出要填的", () => {
    const part = keysPart(
      draftOf([asking("公务用车", "保有车型"), asking("公务用车", "购置车型")]),
    );
    const types = ["轿车", "越野车", "载客汽车", "其他车型"];
    expect(part.split("\n").filter((line) => line.startsWith("    "))).toEqual([
      ...types.map((type) => `    ${type}:`),
      ...types.flatMap((type) => [`    ${type}:`, "      数量:", "      # 元", "      金额:"]),
    ]);
  });

  it("不是填报能补的：不重复地列在文末，没有的不写这一段", () => {
    const outside = (asks: string) => paragraph("※", [{ asks }]);
    expect(keysPart(draftOf([outside("补表甲。"), outside("补表乙。"), outside("补表甲。")]))).toBe(
      "# 下面这些不是填报能补的：\n# - 补表甲。\n# - 补表乙。",
    );
    expect(keysPart(draftOf([]))).toBe("");
  });
});

describe("文首和整本", () => {
  const header = (draft: Draft, current = book) =>
    inputsTemplate(current, null, draft).split("\n\n")[0]?.split("\n");
  const whole = {
    sections: [
      { id: "二", title: "", paragraphs: [] },
      { id: "封面", title: "", paragraphs: [] },
    ],
  };

  it("写明哪个单位、哪一年、哪一级；没有单位名称的用文件名", () => {
    expect(header(draftOf([]))?.[0]).toBe("# 某单位 2023年度单位决算情况说明：填报文件");
    expect(header(draftOf([], { unit: "", level: "部门" }))?.[0]).toBe(
      "# 2023.xlsx 2023年度部门决算情况说明：填报文件",
    );
    expect(header(draftOf([]))?.[1]).toMatch(/^# 冒号后面填；不填的留空。金额一律以元计/);
  });

  it("封面看不出级别的，请人核对", () => {
    expect(header(draftOf([]))?.[2]).toBe("级别: 单位");
    const unclear = handBuilt("current", { year: 2023, tables: {}, level: null });
    expect(header(draftOf([]), unclear)?.[2]).toBe(
      "级别: 单位 # 封面看不出是部门决算还是单位决算，请核对",
    );
  });

  it("整本：是整本的写着，不是的写成注释", () => {
    expect(header(draftOf([]))?.[3]).toMatch(/^# 整本: 是 # /);
    expect(header(draftOf([], whole))?.[3]).toMatch(/^整本: 是 # /);
  });

  it("部门的整本问下属单位；单位的、不是整本的不问", () => {
    expect(keysPart(draftOf([], { ...whole, level: "部门" }))).toBe(
      [
        "概况:",
        "  # 下属二级预算单位的名称，写作 [甲单位, 乙单位]；没有的留空。",
        "  下属单位:",
      ].join("\n"),
    );
    expect(keysPart(draftOf([], { ...whole, level: "单位" }))).toBe("");
    expect(keysPart(draftOf([], { level: "部门" }))).toBe("");
  });

  it("有科目释义没有核对过的，给一个核对过的键", () => {
    const finding = (rule: string) =>
      ({
        rule,
        severity: "error",
        kind: "proposal",
        what: "",
        why: "",
        todo: "",
        message: "",
        cells: [],
      }) as const;
    const other = finding("说明/待补充");
    const part = keysPart(draftOf([], { open: [other, finding("说明/科目释义待核实")] }));
    expect(part.split("\n")).toEqual([
      expect.stringMatching(/^# 名词解释里的科目释义是程序给的建议/),
      expect.stringMatching(/^# 要改的在“名词解释”下按科目编码写/),
      "名词解释已核对:",
    ]);
    expect(keysPart(draftOf([], { open: [other] }))).toBe("");
  });
});

describe("上年的填报", () => {
  it("写过的原因进原因库；没有写过的不列", () => {
    const lastYear: Inputs = {
      ...noInputs,
      reasons: new Map([
        ["收支总计增减", { text: "人员增加", status: "已确认" }],
        ["三公经费增减", { text: "没有确认的", status: "据表推断" }],
      ]),
      causes: new Map([["通用", ["甲", '乙"丙"']]]),
    };
    expect(keysPart(draftOf([]), lastYear)).toBe(
      [
        "# 本单位用过的原因，写某一条原因时可以从这里挑；不会自己写进说明。",
        "原因库:",
        '  通用: ["甲", "乙\\"丙\\""]',
        '  收支总计增减: ["人员增加"]',
      ].join("\n"),
    );
    expect(keysPart(draftOf([]), noInputs)).toBe("");
  });

  it("名词解释里本年还有的照抄，接在本年的注释后面；本年没有的、别处的不抄", () => {
    const entry = (id: string): Paragraph => ({ ...paragraph("", []), id });
    const sections = [
      { id: "二.一", title: "", paragraphs: [entry("三/别处")] },
      {
        id: "三",
        title: "",
        paragraphs: [
          {
            ...paragraph("甲：※", [
              { key: ["名词解释", "2010301"], asks: "请核对。", content: "反映甲。" },
            ]),
            id: "三/2010301",
          },
          entry("三/基本支出"),
          entry("三/项目支出"),
        ],
      },
    ];
    const terms = new Map([
      ["2010301", "上年的甲。"],
      ["基本支出", "上年的“基本支出”。"],
      ["别处", "不抄。"],
      ["9999999", "不抄。"],
    ]);
    expect(keysPart(draftOf([], { sections }), { ...noInputs, terms })).toBe(
      [
        "名词解释:",
        "  # 请核对。",
        "  # 建议：反映甲。",
        "  # 上年写的，已抄在这里；科目的意思变了的请改。",
        '  "2010301": "上年的甲。"',
        "  # 上年写的，已抄在这里；科目的意思变了的请改。",
        '  基本支出: "上年的“基本支出”。"',
      ].join("\n"),
    );
  });
});
