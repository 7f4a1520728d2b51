import type { Book } from "../../narrative/facts/book.ts";
import type { Count } from "../../narrative/facts/known.ts";
import { largeEquipment, vehiclesByUse, vehicleTotal } from "../../narrative/facts/operations.ts";
import { hospitality, statistic } from "../../narrative/facts/three-public.ts";
import type { AuditContext } from "../context.ts";
import { expectedValue } from "../expected/expected.ts";
import type { Pattern } from "../pattern.ts";

const BATCHES = ["批次", "批", "次"] as const;
const GUESTS = ["人次", "人"] as const;

/** 个数前面的话 → 附03 的统计数。 */
const COUNTS: readonly (readonly [RegExp, readonly string[], (book: Book) => Count])[] = [
  [/团组(?:共|共计|数)?$/, [], (book) => statistic(book, "因公出国（境）团组数")],
  [
    /出国（境）(?:人数|人次)?(?:共|共计)?$/,
    ["人", "人次"],
    (book) => statistic(book, "因公出国（境）人次数"),
  ],
  [/(?:更新)?购置公务用车(?:共|共计)?$/, ["辆"], (book) => statistic(book, "公务用车购置数")],
  [/共有公务用车$|公务用车保有量(?:为|共)?$/, ["辆"], (book) => statistic(book, "公务用车保有量")],
  [/国内公务接待(?:共|共计)?$/, ["批次", "批", "次"], (book) => hospitality(book).domesticBatches],
  [
    /国内公务接待\ue002，(?:共|共计|接待)?$/,
    ["人次", "人"],
    (book) => hospitality(book).domesticGuests,
  ],
  [/外事接待(?:共|共计)?$/, ["批次", "批", "次"], (book) => hospitality(book).foreignBatches],
  [/外事接待\ue002，(?:共|共计|接待)?$/, ["人次", "人"], (book) => hospitality(book).foreignGuests],
  [/共有车辆(?:共|共计)?$/, ["辆"], vehicleTotal],
];

/** 外事接待写在国内接待之内的：各数照附03 原样，不把外事从国内里减出来。 */
const INCLUSIVE: typeof COUNTS = [
  [/国（境）外公务接待(?:共|共计)?$/, BATCHES, (book) => statistic(book, "国（境）外公务接待批次")],
  [/国（境）外公务接待\ue002[，、]$/, GUESTS, (book) => statistic(book, "国（境）外公务接待人次")],
  [/国内公务接待(?:共|共计)?$/, BATCHES, (book) => statistic(book, "国内公务接待批次")],
  [/国内公务接待\ue002[，、]$/, GUESTS, (book) => statistic(book, "国内公务接待人次")],
  [/外(?:事|宾)接待(?:共|共计)?$/, BATCHES, (book) => statistic(book, "外事接待批次")],
  [/外(?:事|宾)接待\ue002[，、]$/, GUESTS, (book) => statistic(book, "外事接待人次")],
  ...COUNTS.filter(([noun]) => !noun.source.includes("接待")),
];

export const pattern: Pattern = {
  id: "tables-counts",
  title: "个数与附03表的统计数一致",
  about: "给了工作簿时，团组、人次、购置辆数、保有量、接待批次人次、车辆数对照附03表。",
  oddForms: [{ form: "批次、人次写反", from: "手工抄数的公开稿" }],
  check(context) {
    const { expected } = context;
    if (expected === null) return;
    const uses = vehiclesByUse(expected.book);
    const equipment = largeEquipment(expected.book);
    for (const passage of context.passages) {
      const { paragraph, shape } = passage;
      if (
        paragraph.part !== "narrative" ||
        (paragraph.role !== "三公" && paragraph.topic !== "资产")
      )
        continue;
      const inclusive = /[，（](?:其中|含)[：:]?外(?:事|宾)接待/.test(paragraph.text);
      for (const figure of shape.figures) {
        if (figure.kind !== "count") continue;
        const before = shape.text.slice(Math.max(0, figure.shapeAt - 24), figure.shapeAt);
        const rule = (inclusive ? INCLUSIVE : COUNTS).find(
          ([noun, units]) =>
            noun.test(before) && (units.length === 0 || units.includes(figure.unit)),
        );
        const use =
          paragraph.topic === "资产" ? uses.find(({ label }) => before.endsWith(label)) : undefined;
        const machine =
          paragraph.topic === "资产" && rule === undefined && use === undefined
            ? equipment.find(({ label }) =>
                paragraph.text.slice(0, figure.start).endsWith(plain(label)),
              )
            : undefined;
        const fact = rule?.[2](expected.book) ?? use?.count ?? machine?.count;
        if (fact !== undefined) compare(passage, figure, fact, context, expected.book);
      }
    }
  },
};

const plain = (label: string) =>
  label.replaceAll("(", "（").replaceAll(")", "）").replace(/\s/g, "");

function compare(
  passage: AuditContext["passages"][number],
  figure: AuditContext["passages"][number]["shape"]["figures"][number],
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
