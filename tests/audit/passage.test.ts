import { expect, test } from "vitest";
import { readPassage, subjectStart, subjectText } from "../../src/audit/claims/passage.ts";
import { readDocument } from "../../src/audit/structure/document.ts";

function passageOf(words: string) {
  const [paragraph] = readDocument(words).paragraphs;
  if (paragraph === undefined) throw new Error(`“${words}” 没有读成一段`);
  return readPassage(paragraph);
}

test.each([
  ["收入增加。支出减少。", ["收入增加。", "支出减少。"]],
  ["收入增加！为什么？因为", ["收入增加！", "为什么？", "因为"]],
  ["收入；支出，结余：无", ["收入；支出，结余：无"]],
])("分句到句末标点为止：%s", (words, sentences) => {
  const { shape, sentences: spans } = passageOf(words);
  expect(spans.map(({ start, end }) => shape.text.slice(start, end))).toEqual(sentences);
});

/** 末一个数前面的主语；`年` 代表年份的记号。 */
function subjectOf(words: string): string {
  const { shape } = passageOf(words);
  const at = shape.figures.at(-1)?.shapeAt;
  if (at === undefined) throw new Error(`“${words}” 里没有数`);
  return subjectText(shape.text, subjectStart(shape.text, at), at).replaceAll("\ue004", "年");
}

test.each([
  ["本年收入合计5.00万元", "本年收入合计"],
  // 到标点为止，到另一个数为止。
  ["我局收入增加，本年收入合计5.00万元", "本年收入合计"],
  ["其中：基本支出5.00万元", "基本支出"],
  ["一、收入：本年收入合计5.00万元", "本年收入合计"],
  ["基本支出4.00万元、项目支出5.00万元", "项目支出"],
  ["占80%的项目支出5.00万元", "的项目支出"],
  ["接待3批次公务接待费5.00万元", "公务接待费"],
  ["共计4.00基本支出5.00万元", "基本支出"],
  ["收入增加。支出！结余？结转5.00万元", "结转"],
  // 年份说的是哪一年的数，是主语的一部分。
  ["2023年度本年收入合计5.00万元", "年本年收入合计"],
  // “收、支总计”里的顿号不断开；别的顿号断开。
  ["2023年度收、支总计5.00万元", "年收、支总计"],
  ["2023年度收入、支出总计5.00万元", "年收入、支出总计"],
  ["收入、支出5.00万元", "收入、支出"],
  ["会议费、支付的培训费5.00万元", "支付的培训费"],
  ["收、付款5.00万元", "付款"],
  ["验收、支援费5.00万元", "验收、支援费"],
  ["收后、支援费5.00万元", "支援费"],
  // 括号里的标点不断开；补充说明不算主语，名称里的括号算。
  ["其他收入（利息、罚没）5.00万元", "其他收入"],
  ["其他收入（利息（活期、定期））5.00万元", "其他收入"],
  ["因公出国（境）费5.00万元", "因公出国（境）费"],
  ["党委办公厅（室）事务5.00万元", "党委办公厅（室）事务"],
  ["教育支出（类）5.00万元", "教育支出（类）"],
  ["公车费（含租车）5.00万元", "公车费（含租车）"],
  ["财政拨款（三公经费）5.00万元", "财政拨款（三公经费）"],
  // 数在括号里面：主语也在里面。
  ["国内接待费4.00万元（其中外事接待费5.00万元）", "其中外事接待费"],
  ["国内接待（外事接待费5.00万元）", "外事接待费"],
  ["（甲、乙）（外事接待费5.00万元）", "外事接待费"],
])("%s：说的是“%s”", (words, subject) => expect(subjectOf(words)).toBe(subject));

test("主语最多往回看六十个字", () => {
  expect(subjectOf(`${"甲".repeat(60)}5.00万元`)).toBe("甲".repeat(60));
  expect(subjectOf(`${"甲".repeat(70)}5.00万元`)).toBe("甲".repeat(60));
});
