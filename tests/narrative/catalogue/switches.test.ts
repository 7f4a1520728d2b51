import { describe, expect, it } from "vitest";
import { draftNarrative } from "../../../src/narrative/draft-narrative.ts";
import type { DraftOptions } from "../../../src/narrative/style.ts";
import { narratives, openExample, textOf } from "../example-drafts.ts";
import { operationsTable, smallDraft, textAt, totalsTable } from "../small-books.ts";

describe("原因门槛", () => {
  // 收支总计由 100 万元增到 101 万元，增 1%；“三公”经费预算 100 万元、决算 99 万元，差 1%。
  const draft = (options: DraftOptions) =>
    smallDraft({
      current: {
        ...totalsTable(1_010_000),
        ...operationsTable({ "三公.支出合计": 990_000 }, { "三公.支出合计": 1_000_000 }),
      },
      prior: {
        ...totalsTable(1_000_000),
        ...operationsTable({ "三公.支出合计": 990_000 }),
      },
      options,
    });

  it("没有设的一律写原因", () => {
    expect(textAt(draft({}), "二.一/正文")).toMatch(/增长1.00%。主要变动原因是【/);
    expect(textAt(draft({}), "二.七.（一）/正文")).toMatch(/决算数小于预算数的主要原因是【/);
  });

  it("恰好达到的写，不到的只写数", () => {
    const reached = draft({ reasonRate: 1 });
    expect(textAt(reached, "二.一/正文")).toContain("主要变动原因是");
    const below = draft({ reasonRate: 1.01 });
    expect(textAt(below, "二.一/正文")).toMatch(/各增加1万元，增长1.00%。$/);
    expect(textAt(below, "二.七.（一）/正文")).toMatch(/与上年度持平。$/);
  });

  it("分写时两边有一边达到就写", () => {
    const separate = (options: DraftOptions) =>
      textAt(
        smallDraft({
          current: totalsTable(1_010_000, 2_000_000),
          prior: totalsTable(1_000_000, 1_000_000),
          options,
        }),
        "二.一/正文",
      );
    expect(separate({ reasonRate: 50 })).toContain("主要变动原因是");
    expect(separate({ reasonRate: 150 })).not.toContain("原因");
  });
});

describe("尾差说明", () => {
  it.each(narratives)("$workbook：写明时只在印出的数加不起来的段落加一句", async (narrative) => {
    const { current, prior, inputs } = await openExample(narrative);
    const quiet = textOf(draftNarrative({ current, prior, inputs }));
    const noted = textOf(draftNarrative({ current, prior, inputs, options: { rounding: "写明" } }));
    expect(quiet).not.toContain("四舍五入");
    expect(noted.replace(/因四舍五入，[^。]*略有出入。/g, "")).toBe(quiet);
  });
});
