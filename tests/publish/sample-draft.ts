import type {
  ChartData,
  Draft,
  Figure,
  Gap,
  Paragraph,
  ParagraphStyle,
} from "../../src/narrative/draft.ts";
import type { FactSource } from "../../src/narrative/fact.ts";

type Piece = string | { readonly gap: string } | { readonly figure: Omit<Figure, "start" | "end"> };

const source = (address: string, book: FactSource["book"] = "current"): FactSource => ({
  book,
  sheet: "Z01 收入支出决算总表(财决01表)",
  address,
});

const money = (text: string, value: string, address: string): Piece => ({
  figure: { text: `${text}万元`, value, moneyUnit: "万元", from: [source(address)], formula: "" },
});

const ratio = (text: string, value: string, formula: string): Piece => ({
  figure: { text, value, moneyUnit: null, from: [source("E7"), source("E37", "prior")], formula },
});

const count = (text: string, address: string): Piece => ({
  figure: { text, value: text, moneyUnit: null, from: [source(address)], formula: "" },
});

const gap = (asks: string): Piece => ({ gap: asks });

function paragraph(
  id: string,
  style: ParagraphStyle,
  pieces: readonly Piece[],
  chart?: ChartData,
): Paragraph {
  let text = "";
  const figures: Figure[] = [];
  const gaps: Gap[] = [];
  for (const piece of pieces) {
    const start = text.length;
    if (typeof piece === "string") {
      text += piece;
    } else if ("gap" in piece) {
      text += `【待补充：${piece.gap}】`;
      gaps.push({ text: text.slice(start), start, end: text.length, asks: piece.gap });
    } else {
      text += piece.figure.text;
      figures.push({ ...piece.figure, start, end: text.length });
    }
  }
  return { id, style, text, edited: false, figures, gaps, ...(chart ? { chart } : {}) };
}

function chart(
  id: string,
  number: number,
  kind: ChartData["kind"],
  title: string,
  items: readonly (readonly [string, number])[],
): Paragraph {
  const data: ChartData = {
    number,
    kind,
    title,
    categories: items.map(([category]) => category),
    cents: items.map(([, cents]) => cents),
    from: items.map((_, index) => [source(`E${index + 7}`)]),
  };
  return paragraph(id, "chart", [`图${number}：${title}`], data);
}

const heading = (id: string, style: ParagraphStyle, text: string) => paragraph(id, style, [text]);

const years = (prior: number, current: number): (readonly [string, number])[] => [
  ["2022年度", prior],
  ["2023年度", current],
];

const LONG_LIST = [
  "基本工资、津贴补贴、奖金、绩效工资、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、公务员医疗补助缴费、其他社会保障缴费、住房公积金、医疗费、其他工资福利支出、生活补助、医疗费补助、奖励金、其他对个人和家庭的补助支出",
  "办公费、印刷费、咨询费、手续费、水费、电费、邮电费、取暖费、物业管理费、差旅费、因公出国（境）费用、维修（护）费、租赁费、会议费、培训费、公务接待费、专用材料费、劳务费、委托业务费、工会经费、福利费、公务用车运行维护费、其他交通费用、税金及附加费用、其他商品和服务支出、办公设备购置、专用设备购置、信息网络及软件购置更新",
];

/** 一份人手写的草稿：各种样式、待补充、图1至图7、很长的段落、负数、零扇区、像公式的文字。 */
export const sampleDraft: Draft = {
  unit: "示范县人民政府办公室",
  year: 2023,
  level: "部门",
  profile: "四川",
  sections: [
    {
      id: "二",
      title: "第二部分 2023年度部门决算情况说明",
      paragraphs: [
        heading("二/文题", "title", "示范县人民政府办公室2023年度部门决算情况说明"),
        heading("二/部分", "part", "第二部分　2023年度部门决算情况说明"),
      ],
    },
    {
      id: "二.一",
      title: "收入支出决算总体情况说明",
      paragraphs: [
        heading("二.一/题", "heading1", "一、收入支出决算总体情况说明"),
        paragraph("二.一/总计", "body", [
          "2023年度收、支总计均为",
          money("1177.29", "11772864.55", "E37"),
          "。与2022年度相比，收、支总计各增加",
          money("93.42", "934212.30", "E37"),
          "，增长",
          ratio("8.62%", "0.0861932451", "（总计 − 上年.总计）÷ 上年.总计"),
          "。主要变动原因是",
          gap("收、支总计增加的原因"),
          "。",
        ]),
        chart("二.一/图1", 1, "column", "收、支决算总计变动情况图", years(1083865225, 1177286455)),
      ],
    },
    {
      id: "二.二",
      title: "收入决算情况说明",
      paragraphs: [
        heading("二.二/题", "heading1", "二、收入决算情况说明"),
        paragraph("二.二/合计", "body", [
          "2023年度本年收入合计",
          money("1154.29", "11542864.55", "E30"),
          "，其中：一般公共预算财政拨款收入",
          money("1146.57", "11465664.55", "E7"),
          "，占",
          ratio("99.33%", "0.9933118812", "一般公共预算财政拨款收入 ÷ 本年收入合计"),
          "；其他收入",
          money("7.72", "77200.00", "E14"),
          "，占",
          ratio("0.67%", "0.0066881188", "其他收入 ÷ 本年收入合计"),
          "。",
        ]),
        chart("二.二/图2", 2, "pie", "收入决算结构图", [
          ["一般公共预算财政拨款收入", 1146566455],
          ["政府性基金预算财政拨款收入", 0],
          ["国有资本经营预算财政拨款收入", 0],
          ["上级补助收入", 0],
          ["事业收入", 0],
          ["经营收入", 0],
          ["附属单位上缴收入", 0],
          ["其他收入", 7720000],
        ]),
      ],
    },
    {
      id: "二.三",
      title: "支出决算情况说明",
      paragraphs: [
        heading("二.三/题", "heading1", "三、支出决算情况说明"),
        paragraph("二.三/合计", "body", [
          "2023年度本年支出合计",
          money("1160.02", "11600214.55", "M30"),
          "，其中：基本支出",
          money("844.58", "8445800.00", "M7"),
          "，占",
          ratio("72.81%", "0.7280727000", "基本支出 ÷ 本年支出合计"),
          "；项目支出",
          money("315.44", "3154414.55", "M8"),
          "，占",
          ratio("27.19%", "0.2719273000", "项目支出 ÷ 本年支出合计"),
          "。",
        ]),
        chart("二.三/图3", 3, "pie", "支出决算结构图", [
          ["基本支出", 844580000],
          ["项目支出", 315441455],
        ]),
      ],
    },
    {
      id: "二.四",
      title: "财政拨款收入支出决算总体情况说明",
      paragraphs: [
        heading("二.四/题", "heading1", "四、财政拨款收入支出决算总体情况说明"),
        paragraph("二.四/总计", "body", [
          "2023年度财政拨款收、支总计均为",
          money("1152.30", "11522954.55", "E40"),
          "。与2022年度相比，财政拨款收、支总计与上年持平。",
        ]),
        chart(
          "二.四/图4",
          4,
          "column",
          "财政拨款收、支决算总计变动情况图",
          years(1152295455, 1152295455),
        ),
      ],
    },
    {
      id: "二.五",
      title: "一般公共预算财政拨款支出决算情况说明",
      paragraphs: [
        heading("二.五/题", "heading1", "五、一般公共预算财政拨款支出决算情况说明"),
        heading("二.五.（一）/题", "heading2", "（一）一般公共预算财政拨款支出决算总体情况"),
        paragraph("二.五.（一）/总体", "body", [
          "2023年度一般公共预算财政拨款支出",
          money("1152.30", "11522954.55", "M7"),
          "，占本年支出合计的",
          ratio("99.33%", "0.9933397000", "一般公共预算财政拨款支出 ÷ 本年支出合计"),
          "。",
        ]),
        chart(
          "二.五.（一）/图5",
          5,
          "column",
          "一般公共预算财政拨款支出决算变动情况图",
          years(1012345678, 1152295455),
        ),
        heading("二.五.（二）/题", "heading2", "（二）一般公共预算财政拨款支出决算结构情况"),
        paragraph("二.五.（二）/结构", "body", [
          "一般公共预算财政拨款支出主要用于以下方面：一般公共服务支出",
          money("917.93", "9179254.55", "M8"),
          "，占",
          ratio("79.66%", "0.7966060000", "一般公共服务支出 ÷ 一般公共预算财政拨款支出"),
          "；其余各类见图6。",
        ]),
        chart("二.五.（二）/图6", 6, "pie", "一般公共预算财政拨款支出决算结构图", [
          ["一般公共服务支出", 917925455],
          ["教育支出", 1250000],
          ["科学技术支出", 0],
          ["社会保障和就业支出", 98450000],
          ["卫生健康支出", 45320000],
          ["城乡社区支出", 3000000],
          ["农林水支出", 22350000],
          ["住房保障支出", 64000000],
        ]),
        heading("二.五.（三）/题", "heading2", "（三）一般公共预算财政拨款支出决算具体情况"),
        paragraph("二.五.（三）/2010301", "heading3", [
          "1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）：支出决算为",
          money("602.81", "6028100.00", "F9"),
          "，完成预算",
          ratio("98.41%", "0.9841200000", "决算数 ÷ 全年预算数"),
          "，决算数小于预算数的主要原因是",
          gap("2010301 决算数小于预算数的原因"),
          "。",
        ]),
        paragraph("二.五.（三）/2080505", "body", [
          "2.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）：支出决算为",
          money("65.20", "652000.00", "F12"),
          "，完成预算100%，决算数等于预算数。",
        ]),
      ],
    },
    {
      id: "二.六",
      title: "一般公共预算财政拨款基本支出决算情况说明",
      paragraphs: [
        heading("二.六/题", "heading1", "六、一般公共预算财政拨款基本支出决算情况说明"),
        paragraph("二.六/人员", "body", [
          "2023年度一般公共预算财政拨款基本支出",
          money("844.58", "8445800.00", "M7"),
          "，其中：",
          ...Array.from({ length: 4 }, (_, index) => [
            `第${index + 1}批人员经费`,
            money("171.33", "1713300.00", `M${index + 10}`),
            `，主要包括：${LONG_LIST[0]}。公用经费`,
            money("39.81", "398150.00", `M${index + 20}`),
            `，主要包括：${LONG_LIST[1]}。变动原因是`,
            gap("人员、公用经费变动原因。请按项目写明，一句以上"),
            "。",
          ]).flat(),
        ]),
        paragraph("二.六/公用", "body", [LONG_LIST.join("、")]),
      ],
    },
    {
      id: "二.七",
      title: "财政拨款“三公”经费支出决算情况说明",
      paragraphs: [
        heading("二.七/题", "heading1", "七、财政拨款“三公”经费支出决算情况说明"),
        paragraph("二.七/总体", "body", [
          "2023年度“三公”经费支出决算为",
          money("19.78", "197800.00", "F20"),
          "，较上年减少",
          money("0.62", "6200.00", "F20"),
          "。国内公务接待",
          count("36", "F25"),
          "批次，",
          count("412", "F26"),
          "人次。",
        ]),
        chart("二.七/图7", 7, "pie", "“三公”经费财政拨款支出决算结构图", [
          ["因公出国（境）费", 0],
          ["公务用车购置及运行维护费", 17780000],
          ["公务接待费", 2000000],
        ]),
        paragraph("二.七/像公式", "body", ["=SUM(A1:A9)这样开头的文字也是文字。"]),
        heading("二.七/负号题", "heading2", "-1.5万元、+3、@用户 <b>&\"引号\"'单引号' _x4E00_"),
      ],
    },
    {
      id: "三",
      title: "第三部分 名词解释",
      paragraphs: [
        heading("三/部分", "part", "第三部分　名词解释"),
        paragraph("三/财政拨款收入", "listItem", [
          "1.财政拨款收入：指单位从同级财政部门取得的财政预算资金。",
        ]),
        paragraph("三/职业年金", "listItem", [
          "2.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）：",
          gap("2080506 的名词解释"),
        ]),
      ],
    },
  ],
  open: [
    {
      rule: "待补充/原因",
      severity: "warning",
      kind: "gap",
      what: "收、支总计增加的原因没有填。",
      why: "公开的说明不能留空。",
      todo: "请在填报文件里补上。",
      message: "收、支总计增加的原因没有填。公开的说明不能留空。请在填报文件里补上。",
      cells: [],
    },
  ],
};
