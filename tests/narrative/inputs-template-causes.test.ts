import { describe, expect, it } from "vitest";
import { type Inputs, noInputs } from "../../src/narrative/inputs/inputs.ts";
import { inputsTemplate } from "../../src/narrative/inputs/inputs-template.ts";
import { handBuilt } from "./hand-built.ts";
import { operationsTable, smallDraft } from "./small-books.ts";

describe("原因下面的依据和可以挑的话", () => {
  const guests = (amount: number, batches: number) =>
    operationsTable({
      "三公.公务接待费": amount,
      "三公.国内接待费": amount,
      "统计.国内公务接待批次": batches,
    });
  const reasonPart = (
    amounts: readonly [number, number],
    lastYear: Inputs | null,
    given = true,
  ) => {
    const [now, before] = amounts;
    const tables = { current: guests(now, 12), prior: guests(before, 10) };
    const current = handBuilt("current", { year: 2023, tables: tables.current });
    const prior = given ? handBuilt("prior", { year: 2022, tables: tables.prior }) : null;
    const template = inputsTemplate(current, prior, smallDraft(tables), lastYear);
    const lines = template.split("\n");
    const start = lines.findIndex((line) => line.includes("主要原因是什么"));
    return lines.slice(start + 1, lines.indexOf("  公务接待费增减:")).map((line) => line.trim());
  };
  const wrote = (...texts: string[]): Inputs => ({
    ...noInputs,
    causes: new Map([["公务接待费增减", texts]]),
  });

  it("先是表里的依据，再是常见的；上年写过的在常见的前面，里面有数的说明要改", () => {
    expect(reasonPart([30_000, 20_000], null)).toEqual([
      "# 依据：国内接待费增加1万元（上年 2万元，本年 3万元）；国内公务接待：10批次 → 12批次",
      "# 常见的：上级检查、外地考察交流增多，接待批次和人次增加",
    ]);
    expect(reasonPart([30_000, 20_000], wrote("来访多", "接待增加2批次")).slice(1)).toEqual([
      "# 上年写的：来访多",
      "# 上年写的：接待增加2批次（里面的数是上年的，要改）",
      "# 常见的：上级检查、外地考察交流增多，接待批次和人次增加",
    ]);
  });

  it("最多列三条", () => {
    expect(reasonPart([30_000, 20_000], wrote("甲", "乙", "丙", "丁")).slice(1)).toEqual([
      "# 上年写的：甲",
      "# 上年写的：乙",
      "# 上年写的：丙",
    ]);
  });

  it("与表相反的不列：费用少了而批次多了，不说批次减少", () => {
    expect(reasonPart([20_000, 30_000], null).join()).not.toContain("常见的");
  });

  it("没有上年工作簿的，没有依据也没有可挑的", () => {
    expect(reasonPart([30_000, 20_000], wrote("甲"), false)).toEqual([]);
  });
});
