import { describe, expect, test } from "vitest";
import { joinLines } from "../../src/audit/structure/lines.ts";

const paragraphs = (text: string) => joinLines(text).map(({ source }) => source.text);

/** 恰好写满一行（20 个字）的文字，没有句读。 */
const FULL = "本部门二〇二三年度收入支出决算总计为人民币";

/** 由 PDF、扫描件转出的文本逐行断开；接不接，看上一行写没写满、有没有句读，下一行像不像另起一段。 */
const JOINED: Readonly<Record<string, readonly [string, string]>> = {
  写满的一行: [`${FULL.slice(0, 20)}`, "五百万元。"],
  断在数字中间: ["2023年度本年支出合计200.00万元，其中：基本支出15", "0.00万元。"],
  断在小数点后面像序号的地方: ["2023年度本年支出合计200.00万元，其中：基本支出", "1.5万元。"],
  "短行，下一行以标点开头": ["公务接待费", "，主要用于接待。"],
  "短行，停在顿号": ["办公费、印刷费、", "咨询费。"],
  "短行，停在左括号": ["国内公务接待（", "不含外事接待）3批次。"],
  "短行，停在半角逗号": ["办公费,", "印刷费。"],
  科目写到款: ["1.住房保障支出（类）住房改革支出（款）", "住房公积金（项）：支出8万元。"],
  科目写到类: ["（1）教育支出(类)", "进修及培训（款）培训支出（项）"],
  写着逗号的条目不是标题: ["一、2023年度，本部门的主要职责是", "，贯彻执行方针政策。"],
};

const APART: Readonly<Record<string, readonly [string, string]>> = {
  没有写满: [`${FULL.slice(0, 19)}`, "五百万元。"],
  句号: [`${FULL.slice(0, 19)}。`, "与上年持平。"],
  分号: [`${FULL.slice(0, 19)}；`, "与上年持平。"],
  冒号: [`${FULL.slice(0, 19)}：`, "与上年持平。"],
  停在括号: [`${FULL.slice(0, 19)}（不含车辆）`, "与上年持平。"],
  停在半角括号: [`${FULL.slice(0, 19)}(不含车辆)`, "与上年持平。"],
  标题: ["（三）一般公共预算财政拨款支出决算具体情况说明", "本部门的支出如下。"],
  条目标题: ["1.因公出国（境）经费支出决算情况以及开支的内容", "本部门的支出如下。"],
  下一行是部分: [FULL, "第三部分 名词解释"],
  下一行是节: [FULL, "三、支出决算情况说明"],
  下一行是小节: [FULL, "（二）结构情况"],
  下一行是半角括号的小节: [FULL, "(2)结构情况"],
  下一行是条: [FULL, "2.公务接待费"],
  下一行是顿号的条: [FULL, "12、公务接待费"],
  下一行是圈码: [FULL, "②公务接待费"],
  下一行是圆点: [FULL, "●公务接待费"],
  下一行是图题: [FULL, "（图2：收入决算结构图）"],
  下一行是注: [FULL, "注：数据来自财决01表"],
  下一行是其中: [FULL, "其中："],
  下一行是附表: [FULL, "附表"],
  下一行是网址: [FULL, "https://example.org"],
};

describe("接成一段", () => {
  test.each(Object.entries(JOINED))("%s", (_, [first, second]) => {
    expect(paragraphs(`${first}\n${second}`)).toEqual([first + second]);
  });
});

describe("另起一段", () => {
  test.each(Object.entries(APART))("%s", (_, lines) => {
    expect(paragraphs(lines.join("\n"))).toEqual(lines);
  });
});

test("分页处隔着一两个空行也接，隔三个不接；开头末尾的空行不要", () => {
  const second = "五百万元。";
  expect(paragraphs(`\n\n${FULL}\n \n\n${second}\n\n`)).toEqual([FULL + second]);
  expect(paragraphs(`${FULL}\n\n\n\n${second}`)).toEqual([FULL, second]);
  expect(paragraphs(`${FULL}\n\n${second}\n\n${FULL}\n\n${second}`)).toEqual([
    FULL + second,
    FULL + second,
  ]);
  expect(paragraphs("\n \n")).toEqual([]);
});

test("压平的表格一行一段，记着有制表符；行末多出的制表符不算", () => {
  const rows = joinLines(`项目\t决算数\n${FULL}\t1.00\n2.00\t3.00\n${FULL}\t\n五百万元。`);
  expect(rows.map(({ source }) => source.text)).toEqual([
    "项目\t决算数",
    `${FULL}\t1.00`,
    "2.00\t3.00",
    `${FULL}五百万元。`,
  ]);
  expect(rows.map(({ tabbed }) => tabbed)).toEqual([true, true, true, false]);
});

test("书签残渣去掉，各字符仍记着原文的位置；断行处记下后一行从哪里起", () => {
  const text = `  9、 [bookmark: _Toc1]国有资本\n${FULL}　\n  五百万元。`;
  const [heading, body] = joinLines(text);
  expect(heading?.source.text.replace(/ +/, " ")).toBe("9、 国有资本");
  expect(heading?.joins).toEqual([]);
  for (const { source } of joinLines(text)) {
    for (const [index, character] of [...source.text].entries()) {
      if (character !== " ") expect(text.charAt(source.at[index] ?? -1)).toBe(character);
    }
  }
  expect(body?.joins).toEqual([FULL.length]);
  expect(joinLines("办公费、\n印刷费、\n水费。")[0]?.joins).toEqual([4, 8]);
});
