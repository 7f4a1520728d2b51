import { expect, test } from "vitest";
import { readDocument } from "../../src/audit/structure/document.ts";

/** 各段在哪里：位置、部分、节、小节、条、是不是标题、是不是表格，没有的不写。 */
function placesOf(text: string): string[] {
  return readDocument(text).paragraphs.map((paragraph) => {
    const { section, part, role, topic, item, heading, cell } = paragraph;
    const marks = [heading ? "标题" : "", cell ? "表格" : ""];
    return [section, part, role, topic, item, ...marks].filter((each) => each !== "").join(" ");
  });
}

test("分“第几部分”的：目录里的同名标题不算，节、小节、条逐级往下", () => {
  const text = [
    "某局2023年度部门决算",
    "目录",
    "第一部分 部门概况",
    "第二部分 2023年度部门决算情况说明",
    "第一部分 部门概况",
    "一、部门职责",
    "贯彻方针政策。",
    "第二部分 2023年度部门决算情况说明",
    "一、收入支出决算总体情况说明",
    "2023年度收、支总计均为10.00万元。",
    "图1：收、支决算总计变动情况图",
    "五、一般公共预算财政拨款支出决算情况说明。",
    "（三）一般公共预算财政拨款支出决算具体情况",
    "1.教育支出（类）进修及培训（款）培训支出（项）：支出决算为8.00万元。",
    "2.住房保障支出",
    "十、其他重要事项的情况说明",
    "（一）机关运行经费支出情况，见下：2023年度支出5.00万元。",
    "项目\t金额",
    "名词解释",
    "1.财政拨款收入：指从同级财政部门取得的资金，即财政拨款。",
    "第四部分 附件",
    "一、项目概况",
    "附表：",
    "一、收入支出决算总表",
  ].join("\n");
  expect(placesOf(text)).toEqual([
    "front",
    "front",
    "front",
    "front",
    "一 profile 标题",
    "一.一 profile 标题",
    "一.一 profile",
    "二 narrative 标题",
    "二.一 narrative 收支总体 总体 标题",
    "二.一 narrative 收支总体 总体",
    "二.一 narrative 收支总体 总体 表格",
    "二.五 narrative 一般公共预算 标题",
    "二.五.（三） narrative 一般公共预算 具体 标题",
    "二.五.（三） narrative 一般公共预算 具体 1",
    "二.五.（三） narrative 一般公共预算 具体 2 标题",
    "二.十 narrative 其他事项 标题",
    "二.十.（一） narrative 其他事项 机关运行",
    "二.十.（一） narrative 其他事项 机关运行 表格",
    "三 terms 标题",
    "三 terms 1",
    "四 attachments 标题",
    "四.一 attachments 标题",
    "五 tables 标题",
    "五.一 tables 标题",
  ]);
});

test("不分部分的：“一、基本情况”“二、决算情况说明”就是部分，其下用（一）分节、1. 分小节", () => {
  const text = [
    "一、部门基本情况",
    "本部门有人员5人。",
    "二、部门决算情况说明",
    "（一）收入支出决算总体情况说明",
    "2023年度收、支总计均为10.00万元。",
    "（二）财政拨款“三公”经费支出决算情况说明",
    "1.总体情况",
    "（1）公务接待费",
    "三、名词解释",
    "财政拨款收入：指拨款。",
  ].join("\n");
  expect(placesOf(text)).toEqual([
    "二.一 profile 标题",
    "二.一 profile",
    "二.二 narrative 标题",
    "二.二.（一） narrative 收支总体 总体 标题",
    "二.二.（一） narrative 收支总体 总体",
    "二.二.（二） narrative 三公 标题",
    "二.二.（二） narrative 三公 总体 1 标题",
    "二.二.（二） narrative 三公 总体 1 标题",
    "三 terms 标题",
    "三 terms",
  ]);
});

test("节标题丢了中文编号、后面接着写正文的，按标题认", () => {
  const text = [
    "1、收入支出决算总体情况说明",
    "2023年度收、支总计均为10.00万元。",
    "12、收入决算情况说明",
    "三、支出决算情况说明：2023年度本年支出合计10.00万元，其中基本支出10.00万元。",
    "9、教育支出，8.00万元。",
  ].join("\n");
  expect(placesOf(text)).toEqual([
    "二.一 narrative 收支总体 总体 标题",
    "二.一 narrative 收支总体 总体",
    "二.十二 narrative 收入 标题",
    "二.三 narrative 支出",
    "二.三 narrative 支出 9",
  ]);
});

test("下标照行尾改成换行符之后的原文；没有改字的段落标明逐字相同", () => {
  const { text, paragraphs } = readDocument(
    "第二部分 ２０２３年度决算情况说明\r\n　本年 支出合计１５0.00万元，其中：基本支出 1５\r0.00万元。\r\n与上年持平。",
  );
  expect(text.includes("\r")).toBe(false);
  for (const { text: normal, at } of paragraphs) {
    expect(normal).toHaveLength(at.length);
    for (const [index, character] of [...normal].entries()) {
      expect(text.charAt(at[index] ?? -1).normalize("NFKC")).toBe(character.normalize("NFKC"));
    }
  }
  const [, body, last] = paragraphs;
  expect(body?.text).toBe("本年支出合计150.00万元，其中：基本支出150.00万元。");
  expect(body?.joins).toEqual([body?.text.indexOf("0.00万元。")]);
  expect(paragraphs.map(({ verbatim }) => verbatim)).toEqual([false, false, true]);
  expect(last?.joins).toEqual([]);
});
