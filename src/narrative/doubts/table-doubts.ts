import type { Finding } from "../../findings/finding.ts";
import { yuanText } from "../../money/cents.ts";
import type { DraftContext } from "../context.ts";
import { basicExpenditure, basicExpenditureByItem } from "../facts/basic-expenditure.ts";
import { type Book, tableOf } from "../facts/book.ts";
import { type Count, isMissing, type Money, occurs } from "../facts/known.ts";
import { agencyOperatingExpense, vehicleTotal } from "../facts/operations.ts";
import { statistic, threePublicActual } from "../facts/three-public.ts";
import { appropriationTotals, type Totals, totals } from "../facts/totals.ts";
import { unitNature } from "../facts/unit-nature.ts";
import { doubt } from "./doubt.ts";

/** 表与表之间影响说明写法的不一致，以及取数口径上要人知道的事。 */
export function tableDoubts(context: DraftContext): Finding[] {
  const { current } = context;
  return [
    ...levelDoubts(context),
    ...unequal("收、支总计", totals(current)),
    ...unequal("财政拨款收、支总计", appropriationTotals(current)),
    ...basicDoubts(current),
    ...vehicleDoubts(current),
    ...natureDoubts(context),
    ...scopeDoubts(current),
    ...[context.current, context.prior].flatMap(roundedTables),
  ];
}

function levelDoubts({ levelStated }: DraftContext): Finding[] {
  if (levelStated) return [];
  return [
    doubt("级别不明", "warning", {
      what: "看不出是部门决算还是单位决算，按单位决算起草。",
      why: "标题和通篇的“本单位”“本部门”随级别而定。",
      todo: "请在填报文件里写明“级别”。",
    }),
  ];
}

function unequal(name: string, { income, expenditure }: Totals): Finding[] {
  if (!differ(income, expenditure)) return [];
  return [
    disagreement(
      "收支总计不等",
      "error",
      `${name}两边不等`,
      income,
      expenditure,
      "收入总计必须等于支出总计；说明已改为分开写。",
      "请先按核对结果更正报表。",
    ),
  ];
}

function basicDoubts(book: Book): Finding[] {
  const byItem = basicExpenditureByItem(book);
  if (byItem === null) return [];
  const stated = basicExpenditure(book);
  const pairs = [
    ["人员经费", stated.personnel, byItem.personnel],
    ["公用经费", stated.public, byItem.public],
  ] as const;
  return pairs
    .filter(([, a, b]) => differ(a, b))
    .map(([name, a, b]) =>
      disagreement(
        "基本支出两表不符",
        "warning",
        `${name}在财决07 与财决08-1 合计行不等`,
        a,
        b,
        "第六节的金额与所列科目对不上。",
        "请先按核对结果更正报表。",
      ),
    );
}

function vehicleDoubts(book: Book): Finding[] {
  const kept = statistic(book, "公务用车保有量");
  const total = vehicleTotal(book);
  if (!differCounts(kept, total)) return [];
  return [
    doubt("车辆数不符", "warning", {
      what: `附03 的公务用车保有量（${text(kept)}辆）与车辆数合计（${text(total)}辆）不等。`,
      why: "第七节和第十（三）节写的车辆数不同。",
      todo: "确有不计入公务用车保有量的车辆时不必改；否则请更正附03。",
    }),
  ];
}

function natureDoubts({ current, tables, inputs }: DraftContext): Finding[] {
  const amount = agencyOperatingExpense(current);
  if (isMissing(amount) || !occurs(amount) || unitNature(tables, inputs) !== "其他") return [];
  return [
    doubt("机关运行经费与单位性质不符", "warning", {
      what: `附03 有机关运行经费 ${yuanText(amount.cents)} 元，而单位不是行政单位、参公单位。`,
      why: "只有行政单位和参照公务员法管理的事业单位才填机关运行经费。",
      todo: "请核对封面的单位基本性质和附03。",
    }),
  ];
}

function scopeDoubts(book: Book): Finding[] {
  const found: Finding[] = [];
  const form = tableOf(book, "财决附03");
  if (form !== undefined && !form.columnIndex.has("全年预算数")) {
    found.push(
      doubt("三公预算口径", "note", {
        what: "附03 没有全年预算数一栏，“三公”经费的预算数取的是唯一的预算数栏。",
        why: "完成预算的口径与别的年度可能不同。",
        todo: "请确认这一栏的口径。",
      }),
    );
  }
  const foreign = threePublicActual(book, "外事接待费");
  if (!isMissing(foreign) && occurs(foreign)) {
    found.push(
      doubt("外事接待分开列示", "note", {
        what: `附03 的国内接待费、批次、人次都含外事接待（${yuanText(foreign.cents)} 元）；说明里已从国内接待中减去，单列为外事接待。`,
        why: "国内、外事两段相加等于公务接待费。",
        todo: "本地要求国内接待含外事接待的，请自行改写。",
      }),
    );
  }
  return found;
}

/** 万元表只印到两位小数，由它算出的增减、比率可能差末位。 */
function roundedTables(book: Book): Finding[] {
  const rounded = (book.tables?.tables ?? []).filter(
    (table) => table.moneyUnit === "万元" && table.low.some((low, i) => low !== table.high[i]),
  );
  if (rounded.length === 0) return [];
  const year = book.book === "current" ? "本年" : "上年";
  return [
    doubt("万元表取数", "note", {
      what: `${year}工作簿有 ${rounded.length} 张表以万元列报：${rounded.map((table) => table.form.id).join("、")}。`,
      why: "金额只到百元左右，由它算出的增减额、占比、增减率末位可能与按元计算的不同。",
      todo: "请尽量使用以元列报的决算软件导出件。",
    }),
  ];
}

function disagreement(
  rule: string,
  severity: "error" | "warning",
  what: string,
  left: Money,
  right: Money,
  why: string,
  todo: string,
): Finding {
  const [a, b] = [cents(left), cents(right)];
  return doubt(
    rule,
    severity,
    { what: `${what}：${yuanText(a)} 元与 ${yuanText(b)} 元。`, why, todo },
    { left: yuanText(a), right: yuanText(b), difference: yuanText(a - b) },
  );
}

function cents(fact: Money): number {
  return isMissing(fact) ? 0 : fact.cents;
}

function differ(a: Money, b: Money): boolean {
  return !isMissing(a) && !isMissing(b) && a.cents !== b.cents;
}

function differCounts(a: Count, b: Count): boolean {
  return !isMissing(a) && !isMissing(b) && a.count !== b.count;
}

function text(count: Count): string {
  return isMissing(count) ? "" : String(count.count);
}
