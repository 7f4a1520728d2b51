import type { Book } from "../facts/book.ts";
import { type Count, type Money, occurs } from "../facts/known.ts";
import { countAt } from "../facts/read-cells.ts";
import {
  hospitality,
  type StatisticLine,
  statistic,
  type ThreePublicLine,
  threePublicActual,
} from "../facts/three-public.ts";
import { appropriationTotals, totals } from "../facts/totals.ts";
import type { ChangeKey, EvidenceFact } from "./evidence.ts";

/** 两年各取一次的旁证。 */
interface Beside {
  readonly label: string;
  readonly unit: string;
  readonly of: (book: Book) => Count | Money;
  readonly cause: boolean;
  /** 这一年填了没有：空着的统计数不能拿来比。 */
  readonly filled?: (book: Book) => boolean;
}

const headcount = (label: string, column: string, cause: boolean): Beside => ({
  label,
  unit: "人",
  of: (book) => countAt(book, label, { form: "财决附02", row: "合计", column }),
  cause,
  filled: headcountFilled,
});

const ON_DUTY = headcount("在职人员", "年末实有人数.在职人员.小计", true);
const PEOPLE: readonly Beside[] = [
  ON_DUTY,
  headcount("离休人员", "年末实有人数.离休人员", false),
  headcount("退休人员", "年末实有人数.退休人员", false),
];

/** 附02 一个人也没有的，是没有填。 */
function headcountFilled(book: Book): boolean {
  const total = countAt(book, "年末实有人数", {
    form: "财决附02",
    row: "合计",
    column: "年末实有人数.总计",
  });
  return total.kind === "count" && total.count > 0;
}

/** 有支出而统计数为零的，是没有填。 */
function statisticFilled(line: ThreePublicLine, ...counts: readonly StatisticLine[]) {
  return (book: Book): boolean => {
    const spent = threePublicActual(book, line);
    if (spent.kind === "missing" || spent.cents === 0) return true;
    return counts.some((count) => occurs(statistic(book, count)));
  };
}

const VEHICLES: Beside = {
  label: "公务用车保有量",
  unit: "辆",
  of: (book) => statistic(book, "公务用车保有量"),
  cause: true,
  filled: statisticFilled("公务用车运行维护费", "公务用车保有量"),
};
const BOUGHT: Beside = {
  label: "公务用车购置数",
  unit: "辆",
  of: (book) => statistic(book, "公务用车购置数"),
  cause: true,
  filled: statisticFilled("公务用车购置费", "公务用车购置数"),
};
const tripsFilled = statisticFilled(
  "因公出国（境）费",
  "因公出国（境）团组数",
  "因公出国（境）人次数",
);
const guestsFilled = statisticFilled("国内接待费", "国内公务接待批次", "国内公务接待人次");
const foreignFilled = statisticFilled("外事接待费", "外事接待批次", "外事接待人次");

const TRIPS: readonly Beside[] = [
  {
    label: "因公出国（境）团组",
    unit: "个",
    of: (book) => statistic(book, "因公出国（境）团组数"),
    cause: true,
    filled: tripsFilled,
  },
  {
    label: "因公出国（境）",
    unit: "人次",
    of: (book) => statistic(book, "因公出国（境）人次数"),
    cause: true,
    filled: tripsFilled,
  },
];
const GUESTS: readonly Beside[] = [
  {
    label: "国内公务接待",
    unit: "批次",
    of: (book) => hospitality(book).domesticBatches,
    cause: true,
    filled: guestsFilled,
  },
  {
    label: "国内公务接待",
    unit: "人次",
    of: (book) => hospitality(book).domesticGuests,
    cause: true,
    filled: guestsFilled,
  },
  {
    label: "外事接待",
    unit: "批次",
    of: (book) => hospitality(book).foreignBatches,
    cause: true,
    filled: foreignFilled,
  },
  {
    label: "外事接待",
    unit: "人次",
    of: (book) => hospitality(book).foreignGuests,
    cause: true,
    filled: foreignFilled,
  },
];

const OPENING: Beside = {
  label: "年初结转和结余",
  unit: "元",
  of: (book) => totals(book).openingCarryover,
  cause: false,
};
const APPROPRIATION_OPENING: Beside = {
  label: "年初财政拨款结转和结余",
  unit: "元",
  of: (book) => appropriationTotals(book).openingCarryover,
  cause: false,
};

const BESIDE: Readonly<Record<ChangeKey, readonly Beside[]>> = {
  收支总计增减: [...PEOPLE, OPENING],
  支出总计增减: [...PEOPLE, OPENING],
  财政拨款收支总计增减: [...PEOPLE, APPROPRIATION_OPENING],
  财政拨款支出总计增减: [...PEOPLE, APPROPRIATION_OPENING],
  一般公共预算财政拨款支出增减: [...PEOPLE, APPROPRIATION_OPENING],
  三公经费增减: [...TRIPS, VEHICLES, BOUGHT, ...GUESTS],
  "因公出国（境）费增减": TRIPS,
  公务用车购置及运行维护费增减: [VEHICLES, BOUGHT],
  公务接待费增减: GUESTS,
  机关运行经费增减: [ON_DUTY, VEHICLES],
};

/** 与变动摆在一起看的旁证；表不在、读不出的不列。 */
export function besideFacts(change: ChangeKey, current: Book, prior: Book): EvidenceFact[] {
  return (BESIDE[change] ?? []).flatMap(({ label, unit, of, cause, filled }) => {
    if (filled !== undefined && !(filled(current) && filled(prior))) return [];
    const now = of(current);
    const before = of(prior);
    if (now.kind === "missing" || before.kind === "missing") return [];
    return [{ label, unit, now, before, cause }];
  });
}
