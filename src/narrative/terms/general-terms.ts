import { basicExpenditure } from "../facts/basic-expenditure.ts";
import type { Book } from "../facts/book.ts";
import { closingCarryover, expenditureOf, surplusDistributed } from "../facts/expenditure.ts";
import { incomeFrom, nonFiscalSurplusUsed } from "../facts/income.ts";
import { type Count, type Money, occurs } from "../facts/known.ts";
import { agencyOperatingExpense } from "../facts/operations.ts";
import { threePublicActual, threePublicBudget } from "../facts/three-public.ts";
import { totals } from "../facts/totals.ts";

/** 一条通用名词。`occursIn`：表里真有这件事才解释，没有的不列。 */
export interface GeneralTerm {
  readonly name: string;
  /** 放在科目条目之前还是之后。 */
  readonly place: "before" | "after";
  readonly meaning: string;
  readonly occursIn: (book: Book) => boolean;
}

const some = (...facts: readonly (Money | Count)[]) => facts.some(occurs);

/** 次序：收入类、结转结余类、（各科目）、支出类、三公、机关运行经费。释义是我们自己写的。 */
export const generalTerms: readonly GeneralTerm[] = [
  {
    name: "财政拨款收入",
    place: "before",
    meaning: "指从同级财政部门取得的各类财政拨款。",
    occursIn: () => true,
  },
  {
    name: "上级补助收入",
    place: "before",
    meaning: "指事业单位从主管部门和上级单位取得的、不属于财政拨款的补助收入。",
    occursIn: (book) => some(incomeFrom(book, "上级补助收入")),
  },
  {
    name: "事业收入",
    place: "before",
    meaning: "指事业单位开展专业业务活动及其辅助活动取得的收入。",
    occursIn: (book) => some(incomeFrom(book, "事业收入")),
  },
  {
    name: "经营收入",
    place: "before",
    meaning: "指事业单位在专业业务及其辅助活动以外，开展非独立核算的经营活动取得的收入。",
    occursIn: (book) => some(incomeFrom(book, "经营收入")),
  },
  {
    name: "附属单位上缴收入",
    place: "before",
    meaning: "指事业单位附属的独立核算单位按规定上缴的收入。",
    occursIn: (book) => some(incomeFrom(book, "附属单位上缴收入")),
  },
  {
    name: "其他收入",
    place: "before",
    meaning: "指除上述各项收入以外取得的收入。",
    occursIn: (book) => some(incomeFrom(book, "其他收入")),
  },
  {
    name: "使用非财政拨款结余（含专用结余）",
    place: "before",
    meaning: "指动用以前年度积累的非财政拨款结余和专用结余，弥补当年收支差额的资金。",
    occursIn: (book) => some(nonFiscalSurplusUsed(book)),
  },
  {
    name: "年初结转和结余",
    place: "before",
    meaning:
      "指以前年度尚未完成、结转到本年按原规定用途继续使用的资金，以及以前年度形成的结余资金。",
    occursIn: (book) => some(totals(book).openingCarryover),
  },
  {
    name: "结余分配",
    place: "before",
    meaning: "指事业单位按规定从当年结余中缴纳所得税、提取专用基金等的金额。",
    occursIn: (book) => some(surplusDistributed(book)),
  },
  {
    name: "年末结转和结余",
    place: "before",
    meaning: "指本年度末尚未使用、按规定结转到下年或以后年度继续使用的资金，以及形成的结余资金。",
    occursIn: (book) => some(closingCarryover(book)),
  },
  {
    name: "基本支出",
    place: "after",
    meaning: "指为保障机构正常运转、完成日常工作任务发生的支出，包括人员经费和公用经费。",
    occursIn: (book) => some(expenditureOf(book, "基本支出"), basicExpenditure(book).total),
  },
  {
    name: "项目支出",
    place: "after",
    meaning: "指在基本支出以外，为完成特定的工作任务和事业发展目标发生的支出。",
    occursIn: (book) => some(expenditureOf(book, "项目支出")),
  },
  {
    name: "上缴上级支出",
    place: "after",
    meaning: "指事业单位按规定上缴上级单位的支出。",
    occursIn: (book) => some(expenditureOf(book, "上缴上级支出")),
  },
  {
    name: "经营支出",
    place: "after",
    meaning: "指事业单位在专业业务及其辅助活动以外，开展非独立核算的经营活动发生的支出。",
    occursIn: (book) => some(expenditureOf(book, "经营支出")),
  },
  {
    name: "对附属单位补助支出",
    place: "after",
    meaning: "指事业单位用财政拨款以外的资金对附属单位的补助。",
    occursIn: (book) => some(expenditureOf(book, "对附属单位补助支出")),
  },
  {
    name: "“三公”经费",
    place: "after",
    meaning:
      "指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。其中，因公出国（境）费包括因公出国（境）的国际旅费、国外城市间交通费、住宿费、伙食费、培训费、公杂费等；公务用车购置及运行维护费包括公务用车的购置支出（含车辆购置税）和燃料费、维修费、过路过桥费、保险费等；公务接待费包括按规定开支的各类公务接待（含外宾接待）支出。",
    occursIn: (book) =>
      some(threePublicActual(book, "支出合计"), threePublicBudget(book, "支出合计")),
  },
  {
    name: "机关运行经费",
    place: "after",
    meaning:
      "指行政单位和参照公务员法管理的事业单位为保障机关运转，用一般公共预算财政拨款基本支出安排的公用经费，包括办公费、印刷费、邮电费、差旅费、会议费、福利费、日常维修费、专用材料及一般设备购置费、办公用房水电费和物业管理费、公务用车运行维护费以及其他费用。",
    occursIn: (book) => some(agencyOperatingExpense(book)),
  },
];
