import { describe, expect, test } from "vitest";
import { type FigureKind, readShape, TOKEN } from "../../src/audit/text/figures.ts";

/** 骨架里各种数的记号，写成看得见的字。 */
const LETTERS: Readonly<Record<FigureKind, string>> = {
  money: "Ａ",
  percent: "Ｒ",
  count: "Ｎ",
  bare: "Ｂ",
  year: "Ｙ",
  date: "Ｄ",
  exempt: "Ｘ",
};

function visible(shape: string): string {
  let text = shape;
  for (const [kind, token] of Object.entries(TOKEN)) {
    text = text.replaceAll(token, LETTERS[kind as FigureKind]);
  }
  return text;
}

/** 文字（已归一）→ 骨架。 */
const SHAPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  金额: {
    "本年收入合计1165.69万元，其他收入0元": "本年收入合计Ａ，其他收入Ａ",
    "结余-3.20万元，总额2.5亿元": "结余Ａ，总额Ａ",
    "支出1177.29万，支出1970.68，完成预算": "支出Ａ，支出Ｂ，完成预算",
    "共2023万元，另有2019.50元": "共Ａ，另有Ａ",
    "财政拨款30万元，公用附30元": "财政拨款Ａ，公用附Ａ",
    存款100万元余额: "存款Ａ余额",
  },
  百分数: {
    "占99.31%，下降-0.5%": "占Ｒ，下降Ｒ",
    "完成预算的100%": "完成预算的Ｒ",
    "表3%": "表Ｒ",
  },
  个数: {
    "接待2批次，10人次，设备3台（套）": "接待Ｎ，Ｎ，设备Ｎ",
    "涉及项目3个，课题4项、车2辆": "涉及项目Ｎ，课题Ｎ、车Ｎ",
    共2023人次: "共Ｎ",
  },
  "年份、日期": {
    "2023年度本年收入，2022年末，1999年": "Ｙ本年收入，Ｙ末，Ｙ",
    截至2023年12月31日9时: "截至ＹＤＤＤ",
    "1月、31号": "Ｄ、Ｄ",
    "2021、2022年": "Ｘ、Ｙ",
    "2021-2023年": "ＸＸ年",
    "（2021-2023）": "（ＸＸ）",
    "2023、2024）": "Ｘ、Ｘ）",
    当年2023: "当年Ｘ",
    "1899年，20235年": "Ｂ年，Ｂ年",
    "3时候": "Ｂ时候",
    攻坚100日: "攻坚Ｂ日",
    "8-12月": "ＸＸ月",
  },
  "序号、表号、文号、代号": {
    "1.教育支出": "Ｘ.教育支出",
    "12、住房保障支出": "Ｘ、住房保障支出",
    "其中：1.办公费；2、水费。3.电费": "其中：Ｘ.办公费；Ｘ、水费。Ｘ.电费",
    "（3）印刷费（12）": "（Ｘ）印刷费（Ｘ）",
    "1）加强管理；2）厉行节约，共3）": "Ｘ）加强管理；Ｘ）厉行节约，共Ｂ）",
    "印刷费123.水费（123）": "印刷费Ｂ.水费（Ｂ）",
    "共3、4个": "共Ｂ、Ｎ",
    "（3个）": "（Ｎ）",
    "财决01-1表、公开02表": "财决ＸＸ表、公开Ｘ表",
    "附03、附表5、附件2、图7、表（6）": "附Ｘ、附表Ｘ、附件Ｘ、图Ｘ、表（Ｘ）",
    "第3个，No.5，款301、项目2": "第Ｘ个，No.Ｘ，款Ｘ、项目Ｘ",
    "A4纸、#12楼、G318线": "AＸ纸、#Ｘ楼、GＸ线",
    "川财（2023）105号，国令711，15表": "川财（Ｘ）Ｘ号，国令Ｘ，Ｘ表",
    "3-4层": "ＸＸ层",
  },
  不是准数的: {
    "单价50万元以上、100万元（含）以上、5000元以下、3万元以内、20万元及以上":
      "单价Ｘ以上、Ｘ（含）以上、Ｘ以下、Ｘ以内、Ｘ及以上",
    "675万余次、20余万元、10多人、30余人次、5元多": "Ｘ余次、Ｘ、Ｘ、Ｘ、Ｘ多",
    "3小时、40学时、95分、1.5倍、3‰": "Ｘ、Ｂ学时、Ｘ、Ｘ、Ｘ",
  },
};

describe.each(Object.entries(SHAPES))("%s", (_, shapes) => {
  test.each(Object.entries(shapes))("%s", (text, shape) => {
    expect(visible(readShape(text).text)).toBe(shape);
  });
});

test("一个数的印法：数字、小数位数、单位、在文字里的位置", () => {
  const [total, change, rate, year] = readShape(
    "合计1165.69万元，增减-0.5万，占5%，2023年度",
  ).figures;
  expect(total).toMatchObject({ digits: "1165.69", places: 2, unit: "万元", exempt: "" });
  expect(total).toMatchObject({ index: 0, start: 2, digitsEnd: 9, end: 11, shapeAt: 2 });
  expect(change).toMatchObject({ digits: "-0.5", places: 1, unit: "万", start: 14, end: 19 });
  expect(rate).toMatchObject({ digits: "5", places: 0, unit: "%", index: 2 });
  expect(year).toMatchObject({ digits: "2023", unit: "年", exempt: "年份" });
});

test("骨架的下标对得上文字，也找得到那里的数", () => {
  const text = "合计1165.69万元，占5%。";
  const { text: shape, at, byPosition, figures } = readShape(text);
  expect([...at].map((index) => text.charAt(index)).join("")).toBe("合计1，占5。");
  expect(at).toHaveLength(shape.length);
  expect(byPosition.get(2)).toBe(figures[0]);
  expect(byPosition.get(5)).toBe(figures[1]);
  expect(byPosition.get(3)).toBeUndefined();
});

test("没有数的，骨架就是文字；免查的写明是哪一类", () => {
  expect(readShape("与上年持平。").text).toBe("与上年持平。");
  const whys = readShape("附表5、20余万元、单价50万元以上、3小时、12月、（2）、3‰、国令7").figures;
  expect(whys.map(({ exempt }) => exempt)).toEqual([
    "表号、图号、序号",
    "概数",
    "标准、门槛",
    "时间、分值、等级",
    "日期",
    "序号",
    "千分数",
    "文号",
  ]);
});
