import { type Count, isMissing, isZero, type Money, occurs } from "../facts/known.ts";
import {
  type Hospitality,
  hospitality,
  type StatisticLine,
  statistic,
  threePublicActual,
} from "../facts/three-public.ts";
import { itemisedTotal } from "../wording/itemised.ts";
import { count, countEntry, item, listEntry, money, moneyEntry, testEntry, text } from "./build.ts";
import type { CatalogueEntry } from "./entry.ts";
import { countOrTyped, itemisedEntry, typedCount, typedTextEntry, untypedEntry } from "./typed.ts";

const TRIPS = "因公出国（境）费";
const VEHICLES = "公务用车";
const GUESTS = "公务接待";

/** 七（二）1：因公出国（境）。 */
const trips: readonly CatalogueEntry[] = [
  tableCount([TRIPS, "团组数"], "团组数", "因公出国（境）团组数", TRIPS),
  tableCount([TRIPS, "人次数"], "人次数", "因公出国（境）人次数", TRIPS),
  testEntry(
    {
      name: "有因公出国（境）",
      meaning: "附03 里因公出国（境）费或团组数不为零（读不出也算有）。",
    },
    ({ current }) =>
      occurs(threePublicActual(current, TRIPS)) ||
      occurs(statistic(current, "因公出国（境）团组数")),
  ),
  typedTextEntry(
    [TRIPS, "开支内容"],
    "团组名称、出访地点、取得成效",
    "各团组的名称、出访地点和取得的成效。",
  ),
];

/** 七（二）2：公务用车。车型只能由人填报。 */
const vehicles: readonly CatalogueEntry[] = [
  tableCount([VEHICLES, "购置数"], "公务用车购置数", "公务用车购置数", "公务用车购置费"),
  tableCount([VEHICLES, "保有量"], "公务用车保有量", "公务用车保有量", "公务用车运行维护费"),
  testEntry(
    { name: "购置了公务用车", meaning: "附03 里公务用车购置数或购置费不为零（读不出也算）。" },
    ({ current }) =>
      occurs(statistic(current, "公务用车购置数")) ||
      occurs(threePublicActual(current, "公务用车购置费")),
  ),
  testEntry(
    {
      name: "有公务用车",
      meaning:
        "附03 里公务用车保有量或运行维护费不为零，或填报了保有量。有运行维护费就有车，保有量空着只是没有填。",
    },
    ({ current, inputs }) =>
      occurs(statistic(current, "公务用车保有量")) ||
      (inputs.counts.get(`${VEHICLES}.保有量`) ?? 0) > 0 ||
      occurs(threePublicActual(current, "公务用车运行维护费")),
  ),
  listEntry(
    {
      name: `${VEHICLES}.购置车型`,
      meaning: "购置的车型、数量和金额，填报在“公务用车 › 购置车型”。",
    },
    [
      { name: "车型", kind: "文字", meaning: "车型的名称，如“轿车”。" },
      { name: "数量", kind: "计数", meaning: "购置了几辆。" },
      { name: "金额", kind: "金额", meaning: "购置这种车型花的钱。" },
    ],
    ({ inputs }) =>
      inputs.purchases.map((each) => {
        const path = `${VEHICLES}.购置车型.${each.type}`;
        return item({
          车型: text(each.type),
          数量: count(typedCount(`${path}.数量`, each.count)),
          金额: money({
            kind: "money",
            name: each.type,
            cents: each.cents,
            formula: `填报：${path}.金额`,
            from: [],
          }),
        });
      }),
  ),
  untypedEntry(
    [VEHICLES, "购置车型"],
    "购置车型、数量和金额",
    "购置的公务用车各是什么车型、几辆、多少元。",
    ({ inputs }) => inputs.purchases.length > 0,
  ),
  typedTextEntry([VEHICLES, "购置用途"], "购置用途", "购置的公务用车主要用于哪些工作。"),
  listEntry(
    {
      name: `${VEHICLES}.保有车型`,
      meaning: "年末保有的车型和数量，填报在“公务用车 › 保有车型”。",
    },
    [
      { name: "车型", kind: "文字", meaning: "车型的名称，如“轿车”。" },
      { name: "数量", kind: "计数", meaning: "年末有几辆。" },
    ],
    ({ inputs }) =>
      inputs.holdings.map(({ type, count: held }) =>
        item({
          车型: text(type),
          数量: count(typedCount(`${VEHICLES}.保有车型.${type}`, held)),
        }),
      ),
  ),
  untypedEntry(
    [VEHICLES, "保有车型"],
    "各车型数量",
    "年末保有的公务用车各是什么车型、几辆。",
    ({ inputs }) => inputs.holdings.length > 0,
  ),
  typedTextEntry(
    [VEHICLES, "运行维护用途"],
    "公务用车主要用途",
    "公务用车运行维护费主要用于哪些工作，如应急保障、下乡。",
  ),
];

/** 七（二）3：公务接待。附03 的国内接待含外事接待，这里分开。 */
const guests: readonly CatalogueEntry[] = [
  moneyEntry(
    { name: "国内公务接待支出", meaning: "国内接待费减去其中的外事接待费（附03，决算数）。" },
    ({ current }) => hospitality(current).domestic,
  ),
  moneyEntry(
    { name: "外事接待支出", meaning: "外事接待费加国（境）外接待费（附03，决算数）。" },
    ({ current }) => hospitality(current).foreign,
  ),
  guestCount("国内接待批次", (facts) => [facts.domesticBatches, facts.domestic]),
  guestCount("国内接待人次", (facts) => [facts.domesticGuests, facts.domestic]),
  guestCount("外事接待批次", (facts) => [facts.foreignBatches, facts.foreign]),
  guestCount("外事接待人次", (facts) => [facts.foreignGuests, facts.foreign]),
  testEntry(
    {
      name: "有公务接待",
      meaning: "附03 里国内接待支出、外事接待支出、国内接待批次有一个不为零（读不出也算有）。",
    },
    ({ current }) => {
      const { domestic, foreign, domesticBatches } = hospitality(current);
      return !(isZero(domestic) && isZero(foreign) && isZero(domesticBatches));
    },
  ),
  testEntry(
    { name: "有外事接待", meaning: "附03 里外事接待支出或批次不为零（读不出也算有）。" },
    ({ current }) => {
      const { foreign, foreignBatches } = hospitality(current);
      return !(isZero(foreign) && isZero(foreignBatches));
    },
  ),
  typedTextEntry([GUESTS, "国内接待用途"], "国内接待主要用途", "国内公务接待费主要用于哪些开支。"),
  itemisedEntry(
    [GUESTS, "国内接待内容"],
    "国内接待逐项的事由和金额",
    ({ inputs }) => inputs.receptions,
  ),
  untypedEntry(
    [GUESTS, "国内接待内容"],
    "接待具体项目、金额",
    "国内公务接待逐项的事由和金额（元）。",
    ({ inputs }) => inputs.receptions !== null,
  ),
  testEntry(
    {
      name: "国内接待内容未列全",
      meaning: "逐项填报的金额合计小于附03 的国内公务接待支出，后面要加“等”。",
    },
    ({ current, inputs }) => {
      const total = itemisedTotal(inputs.receptions);
      const { domestic } = hospitality(current);
      return total !== null && !isMissing(domestic) && total < domestic.cents;
    },
  ),
  typedTextEntry(
    [GUESTS, "外事接待用途"],
    "外事接待主要用途",
    "外事接待费主要用于接待谁、什么事。",
  ),
];

export const entries: readonly CatalogueEntry[] = [...trips, ...vehicles, ...guests];

/** 附03 统计数里的一行，表上空着的用填报的。 */
function tableCount(
  path: readonly string[],
  what: string,
  line: StatisticLine,
  spent: Parameters<typeof threePublicActual>[1],
): CatalogueEntry {
  return countEntry({ name: path.join("."), meaning: countMeaning(path, line) }, (context) =>
    countOrTyped(
      context,
      statistic(context.current, line),
      threePublicActual(context.current, spent),
      path,
      what,
    ),
  );
}

function guestCount(
  what: string,
  of: (facts: Hospitality) => readonly [count: Count, spent: Money],
): CatalogueEntry {
  const path = [GUESTS, what];
  return countEntry({ name: path.join("."), meaning: countMeaning(path, what) }, (context) =>
    countOrTyped(context, ...of(hospitality(context.current)), path, what),
  );
}

function countMeaning(path: readonly string[], line: string): string {
  return `${line}（附03 统计数）；表上空着而有支出的，取填报的“${path.join(" › ")}”，没有填的待补充。`;
}
