import { describe, expect, test } from "vitest";
import { readPassage } from "../../src/audit/claims/passage.ts";
import { isOtherUnit, readUnit, readYear } from "../../src/audit/identity.ts";
import { readDocument } from "../../src/audit/structure/document.ts";

const read = (...lines: string[]) => readDocument(lines.join("\n")).paragraphs.map(readPassage);

describe("报告年度", () => {
  test.each([
    ["第二部分的标题", ["第二部分 2023年度部门决算情况说明"], 2023],
    ["少写“度”，是单位的", ["第二部分 2023年单位决算情况说明"], 2023],
    [
      "标题为准，不管正文说得多的是哪一年",
      ["第二部分 2023年度部门决算情况说明", "2022年度收入1万元。2022年度支出1万元。"],
      2023,
    ],
    [
      "标题没有写年度：正文句首、标点后说得最多的",
      [
        "第二部分 部门决算情况说明",
        "2022年度结转1万元。2023年度收入2万元，2023年度支出3万元；2023年度结转0万元。",
      ],
      2023,
    ],
    ["一样多的取先说的", ["2022年度收入2万元。2023年度支出3万元。"], 2022],
    [
      "句中的年份是项目、文件、比较的对象，不算",
      ["2023年度收入2万元，较2022年减少，比2022年下降，按2022年口径。"],
      2023,
    ],
    [
      "正文里提到别的年度的说明，不是标题",
      ["第二部分 部门决算情况说明", "2023年度收入2万元。", "收入见2022年度部门决算情况说明。"],
      2023,
    ],
    [
      "只看第二部分：目录、附件里的不算",
      [
        "第一部分 概况",
        "2021年度成立。2021年度改名。",
        "第二部分 决算情况说明",
        "2023年度收入2万元。",
        "第四部分 附件",
        "2022年度部门决算情况说明另见。2022年度开展自评。2022年度完成。",
      ],
      2023,
    ],
    ["没有写年份", ["第二部分 部门决算情况说明", "收入2万元。"], null],
  ] as const)("%s", (_, lines, year) => {
    expect(readYear(read(...lines))).toBe(year);
  });
});

describe("单位名称", () => {
  test.each([
    [
      "年度在前，各占一行",
      ["2023年度", "乐山市市中区人民政府办公室", "部门决算"],
      "乐山市市中区人民政府办公室",
    ],
    ["年度在后", ["泸县人民政府办公室2023年部门决算"], "泸县人民政府办公室"],
    ["单位决算，名称带括号", ["2023年度泸县教育局（本级）单位决算"], "泸县教育局（本级）"],
    ["四个字的名称", ["2023年度县教育局部门决算"], "县教育局"],
    ["没有题名", ["公开时间：2024年10月8日"], null],
    ["太短，不像名称", ["2023年度本部门决算"], null],
  ] as const)("%s", (_, front, unit) => {
    const lines = [...front, "第一部分 部门概况", "第二部分 2023年度部门决算情况说明"];
    expect(readUnit(read(...lines))).toBe(unit);
  });

  test("只看封面：正文、目录深处的“决算”不是题名", () => {
    const body = ["第一部分 概况", "本说明由某某市财政局汇总，见部门决算公开栏。"];
    expect(readUnit(read(...body))).toBeNull();
    const contents = Array.from({ length: 8 }, (_, index) => `${index + 1}.收入情况。`);
    const title = "2023年度某某市财政局部门决算";
    expect(readUnit(read(...contents.slice(1), title, ...body))).toBe("某某市财政局");
    expect(readUnit(read(...contents, title, ...body))).toBeNull();
  });
});

test.each([
  ["泸县教育局", "泸县教育局", false],
  ["泸县教育局", "泸县财政局", true],
  ["泸县教育局（本级）", "泸县教育局", false],
  ["泸县教育局", "四川省泸县教育局", false],
  ["四川省泸县教育局", "泸县教育局", false],
  ["泸县教育局(机关)", "泸县教育局（本级）", false],
  ["泸县 教育 局", "泸县教育局", false],
  ["泸县教育局（汇总）", "泸县财政局（汇总）", true],
  [null, "泸县教育局", false],
  ["泸县教育局", null, false],
] as const)("封面写%s，工作簿是%s，是两个单位：%s", (stated, unit, is) => {
  expect(isOtherUnit(stated, unit)).toBe(is);
});
