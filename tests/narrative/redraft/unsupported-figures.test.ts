import { describe, expect, it } from "vitest";
import { figuresInEdit } from "../../../src/narrative/redraft/stale-figures.ts";
import { withUnsupported } from "../../../src/narrative/redraft/unsupported-figures.ts";
import { handParagraph } from "./hand-draft.ts";

/** 没有底的一段里没有依据的数。 */
function unsupported(text: string, fresh: string | null): string[] {
  const paragraph = fresh === null ? null : handParagraph("a", fresh);
  const inside = figuresInEdit("a", text, null, paragraph);
  return withUnsupported("a", text, inside, paragraph)
    .stale.filter(({ by }) => by === "unsupported")
    .map(({ old }) => old);
}

describe("没有底的一段里，新稿没有的数", () => {
  const fresh = "2023年收入总计100万元，与2022年相比，减少5.5万元，下降5.21%。车辆3辆。";

  it("添写的金额、比率、计数都列出，连同方向词", () => {
    const added = `${fresh}主要是购置费增加12.5万元、占8％，新购2辆。`;
    expect(unsupported(added, fresh)).toEqual(["增加12.5万元", "8％", "2辆"]);
  });

  it("另起说法的数对不上号，也列出；与新稿的数相同的不列，方向相反的列", () => {
    expect(unsupported("全年一共取得收入98.76万元。", fresh)).toEqual(["98.76万元"]);
    expect(unsupported("全年一共取得100.00万元收入。", fresh)).toEqual([]);
    expect(unsupported(`${fresh}少了，即减少5.5万元。`, fresh)).toEqual([]);
    expect(unsupported(`${fresh}多了，即增加5.5万元。`, fresh)).toEqual(["增加5.5万元"]);
  });

  it("年度、日期、文号、序号，和新稿的文字里本来就有的数，不算", () => {
    const plain = "1.截至2023年12月31日，单价50万元以上的设备没有。";
    const typed =
      "1.按〔2023〕15号文、第3次会议，截至2023年12月31日，单价50万元以上设备没有，共0.5万元。";
    expect(unsupported(typed, plain)).toEqual(["0.5万元"]);
  });

  it("已经指出过时的不再列一遍", () => {
    expect(unsupported(fresh.replace("100万元", "90万元"), fresh)).toEqual([]);
  });

  it("新稿没有这一段：其中的数都没有依据", () => {
    expect(unsupported("另有专户资金12万元，占3%，涉及2个项目。", null)).toEqual([
      "12万元",
      "3%",
      "2个",
    ]);
  });

  it("按位置对上、说的却不是一回事的，不说应为多少", () => {
    const fresh = "主要是公务接待费减少1465.52万元。";
    const text = "主要是公务接待费减少4.68万元、公务用车运行维护费减少0.93万元。";
    const inside = figuresInEdit("a", text, null, handParagraph("a", fresh));
    const { stale } = withUnsupported("a", text, inside, handParagraph("a", fresh));
    expect(stale.map(({ old, fresh: to }) => [old, to])).toEqual([
      ["减少4.68万元", null],
      ["减少0.93万元", null],
    ]);
  });
});
