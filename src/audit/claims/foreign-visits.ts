import type { FactKey } from "./keys.ts";

/** `国内接待费A（其中：外事接待费B）`、`国内公务接待N批次（含外事接待M批次）`。 */
const ASIDE = /国内(?:公务)?接待[^。]*[，（](?:其中|含)[：:]?外/;
const LONGEST_ASIDE = 120;

/** 骨架里 `at` 处说的外事接待，是含在同一句前面的国内接待里，还是与国内接待并列的那一项。 */
export function foreignVisits(shape: string, at: number): FactKey {
  return ASIDE.test(shape.slice(Math.max(0, at - LONGEST_ASIDE), at))
    ? "三公.国内外事接待"
    : "三公.外事接待";
}
