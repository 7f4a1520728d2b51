import type { Book } from "../../narrative/facts/book.ts";
import type { Count } from "../../narrative/facts/known.ts";
import { largeEquipment, vehiclesByUse, vehicleTotal } from "../../narrative/facts/operations.ts";
import { hospitality, statistic } from "../../narrative/facts/three-public.ts";
import type { Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import { expectedValue } from "../expected/expected.ts";
import type { Pattern } from "../pattern.ts";
import { type Figure, TOKEN } from "../text/figures.ts";

type Rule = readonly [
  /** 个数前面的话。 */
  before: RegExp,
  units: readonly string[],
  countIn: (book: Book) => Count,
];

/** 某种接待的批次、人次：`国内公务接待共10批次，接待73人次`。 */
function receptions(
  who: string,
  batches: (book: Book) => Count,
  guests: (book: Book) => Count,
): readonly Rule[] {
  return [
    [new RegExp(`${who}(?:共计?)?$`), ["批次", "批", "次"], batches],
    [new RegExp(`${who}(?:共计?)?${TOKEN.count}[，、](?:共计?|接待)?$`), ["人次", "人"], guests],
  ];
}

const COMMON: readonly Rule[] = [
  [/团组(?:共计?|数)?$/, ["个", "次"], (book) => statistic(book, "因公出国（境）团组数")],
  [
    /出国（境）(?:人数|人次)?(?:共计?)?$/,
    ["人", "人次"],
    (book) => statistic(book, "因公出国（境）人次数"),
  ],
  [/购置公务用车(?:共计?)?$/, ["辆"], (book) => statistic(book, "公务用车购置数")],
  [/共有公务用车$|公务用车保有量(?:为|共)?$/, ["辆"], (book) => statistic(book, "公务用车保有量")],
  [/共有车辆(?:共计?)?$/, ["辆"], vehicleTotal],
];

/** 国内、外事接待分开说的：国内的不含外事。 */
const SEPARATE: readonly Rule[] = [
  ...receptions(
    "国内公务接待",
    (book) => hospitality(book).domesticBatches,
    (book) => hospitality(book).domesticGuests,
  ),
  ...receptions(
    "外事接待",
    (book) => hospitality(book).foreignBatches,
    (book) => hospitality(book).foreignGuests,
  ),
  ...COMMON,
];

/** 外事接待写在国内接待之内的：各数照附03 原样，不把外事从国内里减出来。 */
const INCLUSIVE: readonly Rule[] = [
  ...receptions(
    "国（境）外公务接待",
    (book) => statistic(book, "国（境）外公务接待批次"),
    (book) => statistic(book, "国（境）外公务接待人次"),
  ),
  ...receptions(
    "国内公务接待",
    (book) => statistic(book, "国内公务接待批次"),
    (book) => statistic(book, "国内公务接待人次"),
  ),
  ...receptions(
    "外(?:事|宾)接待",
    (book) => statistic(book, "外事接待批次"),
    (book) => statistic(book, "外事接待人次"),
  ),
  ...COMMON,
];

export const pattern: Pattern = {
  id: "tables-counts",
  title: "个数与附03表的统计数一致",
  about: "给了工作簿时，团组、人次、购置辆数、保有量、接待批次人次、车辆数对照附03表。",
  oddForms: [{ form: "批次、人次写反", from: "手工抄数的公开稿" }],
  check(context) {
    const { expected } = context;
    if (expected === null) return;
    const { book } = expected;
    const assets = [...vehiclesByUse(book), ...largeEquipment(book)].map(({ label, count }) => ({
      label: plain(label),
      count,
    }));
    for (const passage of context.passages) {
      const { text, role, topic } = passage.paragraph;
      if (role !== "三公" && topic !== "资产") continue;
      const rules = /[，（](?:其中|含)：?外(?:事|宾)接待/.test(text) ? INCLUSIVE : SEPARATE;
      for (const figure of passage.shape.figures) {
        if (figure.kind !== "count") continue;
        const before = passage.shape.text.slice(0, figure.shapeAt).slice(-24);
        const rule = rules.find(
          ([noun, units]) => units.includes(figure.unit) && noun.test(before),
        );
        const words = text.slice(0, figure.start);
        const asset =
          topic === "资产" ? assets.find(({ label }) => words.endsWith(label)) : undefined;
        const fact = rule?.[2](book) ?? asset?.count;
        if (fact !== undefined) compare(passage, figure, fact, context, book);
      }
    }
  },
};

/** 表里的设备名称用半角括号，文中已归一成全角。 */
const plain = (label: string) =>
  label.replaceAll("(", "（").replaceAll(")", "）").replace(/\s/g, "");

function compare(
  passage: Passage,
  figure: Figure,
  fact: Count,
  context: AuditContext,
  book: Book,
): void {
  const value = expectedValue(fact, book);
  if (value === null) return;
  const same = value.value.point === Number(figure.digits);
  const right = `${value.value.point}${figure.unit}`;
  context.recordAgainstTables(same ? "一致" : "不一致", figure, right);
  if (same) return;
  const stated = context.printed({ passage, figure });
  context.report({
    kind: "table-text",
    severity: "error",
    passage,
    span: { start: Math.max(0, figure.shapeAt - 6), end: figure.shapeAt + 1 },
    what: `${value.name}表里是${right}，文中写${stated}。`,
    why: "个数应当取自附03表的统计数。",
    todo: `请核实：表无误的，改为${right}；表有误的，先更正表。`,
    stated,
    expected: right,
    verdict: "不一致",
    cells: value.cells,
  });
}
