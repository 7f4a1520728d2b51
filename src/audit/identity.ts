import type { Passage } from "./claims/claims.ts";
import { matchesOf } from "./text/matches.ts";

const STATED_YEAR = /(?:^|[。；，])\ue004/g;

/** 由文本看出的报告年度；看不出为 null。题名最可信，其次第二部分的标题，再次说得最多的年份。 */
export function readYear(passages: readonly Passage[]): number | null {
  const title = /(20\d\d)年度?(?:部门|单位)?决算情况说明/;
  for (const { paragraph } of passages) {
    const match =
      paragraph.part === "narrative" && paragraph.marker?.level === "part"
        ? title.exec(paragraph.text)
        : null;
    if (match !== null) return Number(match[1]);
  }
  const tally = new Map<number, number>();
  for (const { paragraph, shape } of passages) {
    if (paragraph.part !== "narrative") continue;
    for (const match of matchesOf(STATED_YEAR, shape.text)) {
      const figure = shape.byPosition.get(match.index + match[0].length - 1);
      const year = Number(figure?.digits);
      tally.set(year, (tally.get(year) ?? 0) + 1);
    }
  }
  const [most] = [...tally].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

/** 由文本看出的单位名称：第二部分之前题名里“年度”之后、“部门决算”之前的话；看不出为 null。 */
export function readUnit(passages: readonly Passage[]): string | null {
  const front = passages
    .filter(({ paragraph }) => paragraph.part === "front")
    .slice(0, 8)
    .map(({ paragraph }) => paragraph.text)
    .join("");
  const match =
    /(?:20\d\d年度?)?([\u4e00-\u9fa5（）]{4,40}?)(?:20\d\d年度?)?(?:部门|单位)决算/.exec(front);
  return match?.[1] ?? null;
}

/**
 * 文中的单位与封面的是不是明摆着两个单位。只差空格、全半角，或一个是另一个的一部分（简称、“（本级）”）的不算；
 * 有一边看不出的也不算。
 */
export function isOtherUnit(stated: string | null, unit: string | null): boolean {
  if (stated === null || unit === null) return false;
  const [a, b] = [plainName(stated), plainName(unit)];
  return !a.includes(b) && !b.includes(a);
}

function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/\((?:本级|机关|部门|单位|汇总)\)$/, "");
}
