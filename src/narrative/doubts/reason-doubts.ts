import type { Finding } from "../../findings/finding.ts";
import type { DraftContext } from "../context.ts";
import { measured, movement } from "../evidence/changes.ts";
import type { Reason } from "../inputs/inputs.ts";
import { listMismatches } from "../reasons/list-sums.ts";
import { proposeReason } from "../reasons/propose.ts";
import { explainsDifference, isEmptyReason, pointsOppositeWay } from "../reasons/reason-quality.ts";
import { compareWords } from "../reasons/same-words.ts";
import { doubt } from "./doubt.ts";

/** 填报里写了内容的一条原因。 */
interface Written {
  /** `原因` 以下的键。 */
  readonly path: readonly string[];
  readonly key: string;
  readonly text: string;
  readonly status: Reason["status"];
}

/** 填报的原因里说不通的：方向相反、相等却说差别、空话、到处一样、所列的数加不起来、数与表不符。 */
export function reasonDoubts(context: DraftContext): Finding[] {
  const written = writtenReasons(context);
  return [
    ...written.flatMap((reason) => [
      ...emptyDoubts(reason),
      ...directionDoubts(reason, context),
      ...listDoubts(reason),
      ...staleDoubts(reason, context),
    ]),
    ...copiedDoubts(written),
  ];
}

function writtenReasons({ inputs }: DraftContext): Written[] {
  const entry = (path: readonly string[], { text, status }: Reason): Written[] =>
    text.trim() === "" || status === "待补充"
      ? []
      : [{ path, key: path.join(" › "), text: text.trim(), status }];
  return [
    ...[...inputs.reasons].flatMap(([key, reason]) => entry([key], reason)),
    ...[...inputs.itemReasons].flatMap(([code, reason]) => entry(["各项完成预算", code], reason)),
    ...[...inputs.initialItemReasons].flatMap(([code, reason]) =>
      entry(["各项完成年初预算", code], reason),
    ),
  ];
}

function emptyDoubts({ key, text }: Written): Finding[] {
  if (!isEmptyReason(text)) return [];
  return [
    doubt("原因是空话", "error", {
      what: `“${key}”的原因“${text}”没有说出原因，没有采用。`,
      why: "读者要知道的是为什么变动。",
      todo: "请写明具体原因。",
    }),
  ];
}

function directionDoubts({ path, key, text }: Written, context: DraftContext): Finding[] {
  const found = measured(path.join("."), context);
  const cents = found === null ? null : movement(found);
  const same = cents === 0 || path[0] === "各项与预算持平";
  if (same) return explainsDifference(text) && !isEmptyReason(text) ? [equalDoubt(key, text)] : [];
  if (found === null || typeof cents !== "number") return [];
  const direction = cents > 0 ? "增加" : "减少";
  if (!pointsOppositeWay(text, direction)) return [];
  const said = found.against === "上年" ? direction : cents > 0 ? "大于预算" : "小于预算";
  return [
    doubt("原因方向相反", "warning", {
      what: `“${key}”实际是${said}，原因却写“${text}”。`,
      why: "用相反的变动解释，读者看不明白。",
      todo: "请核对原因。",
    }),
  ];
}

function equalDoubt(key: string, text: string): Finding {
  return doubt("相等却说差别", "warning", {
    what: `“${key}”两边相等，原因却写“${text}”。`,
    why: "相等的数不用差别的原因来解释。",
    todo: "请改写或去掉。",
  });
}

function listDoubts({ key, text }: Written): Finding[] {
  return listMismatches(text).map(({ quote, kind }) =>
    doubt("原因里的数加不起来", kind === "超过" ? "error" : "warning", {
      what: `“${key}”的原因里“${quote}”，所列各数之和${kind}前面的数。`,
      why: "读者一加就发现。",
      todo: kind === "超过" ? "请核对各数。" : "请核对各数；没有列全的，末尾写“等”。",
    }),
  );
}

/** 确认的是从前拟的那一句，而表里的数已经变了。 */
function staleDoubts({ path, key, text }: Written, context: DraftContext): Finding[] {
  if (!/\d/.test(text)) return [];
  const proposals = [false, true].flatMap(
    (repeatsParts) => proposeReason(context, path, { repeatsParts }) ?? [],
  );
  if (proposals.some((each) => compareWords(text, each.text) === "same")) return [];
  const proposed = proposals.find((each) => compareWords(text, each.text) === "stale");
  if (proposed === undefined) return [];
  return [
    doubt("原因里的数与表不符", "error", {
      what: `“${key}”的原因“${text}”里的数与表不符，按现在的表应为“${proposed.text}”。`,
      why: "原因是照从前的表写的，表后来改过。",
      todo: "核实后请改成现在的数。",
    }),
  ];
}

/** 三个总数往往是同一笔钱，原因可以相同。 */
const NESTED = new Set(["收支总计增减", "财政拨款收支总计增减", "一般公共预算财政拨款支出增减"]);

/** 同一句话用在几件不相干的事上。 */
function copiedDoubts(written: readonly Written[]): Finding[] {
  const places = new Map<string, Written[]>();
  for (const reason of written) {
    const text = reason.text.replace(/[\s，。；、,.;]+/g, "");
    places.set(text, [...(places.get(text) ?? []), reason]);
  }
  return [...places.values()].flatMap((same) => {
    const subjects = new Set(same.map(({ key }) => (NESTED.has(key) ? "总数" : key)));
    const [first] = same;
    if (first === undefined || subjects.size < 2) return [];
    return [
      doubt("原因到处一样", "warning", {
        what: `${same.map(({ key }) => `“${key}”`).join("、")}写的是同一句原因“${first.text}”。`,
        why: "不同的变动用同一句话解释，等于没有说。",
        todo: "请分别写明各自的原因。",
      }),
    ];
  });
}
