import { parseAmountText } from "../../money/parse.ts";

const NUMBER = /\d[\d,]*(?:\.\d+)?(?:万元|元)?/g;

/**
 * 填报的话与拟的话是不是同一句：`same` 数也相同（万元、元，写几位小数都算）；`stale` 只有数不同，多半是确认之后表又改过；
 * `different` 是另一句话。
 */
export function compareWords(typed: string, proposed: string): "same" | "stale" | "different" {
  const [left, right] = [tidy(typed), tidy(proposed)];
  if (left.replace(NUMBER, "#") !== right.replace(NUMBER, "#")) return "different";
  const [ours, theirs] = [numbers(left), numbers(right)];
  return ours.every((value, index) => value === theirs[index]) ? "same" : "stale";
}

function tidy(text: string): string {
  return text.replace(/\s+/g, "").replace(/[。.；;，,]+$/, "");
}

/** 各数化成同一种写法，金额都以分计。 */
function numbers(text: string): string[] {
  return (text.match(NUMBER) ?? []).map((word) => {
    const unit = /万元$|元$/.exec(word)?.[0];
    const digits = word.replace(/[,万元]/g, "");
    if (unit === undefined) return String(Number(digits));
    const reading = parseAmountText(digits, unit === "元" ? "元" : "万元");
    return reading.kind === "amount" ? `${reading.value}分` : word;
  });
}
