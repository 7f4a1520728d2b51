import { expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";

const WRONG =
  "本年支出合计3.00万元，其中：基本支出1.00万元，占50.00%；项目支出2.00万元，占66.67%。";
const said = (times: number) =>
  auditText(
    `第二部分 2023年度部门决算情况说明\n三、支出决算情况说明\n${Array.from(
      { length: times },
      (_, place) => `（${place + 1}）第${place}所。${WRONG}`,
    ).join("\n")}`,
    { fileName: "说明.txt" },
  ).findings.filter(({ kind }) => kind === "share");

test("同一个错写了许多处的，每处至多指出另外六处", () => {
  const found = said(40);
  expect(found.length).toBe(40);
  for (const { also, start } of found) {
    const others = also.filter(({ quote }) => quote.includes("占"));
    expect(others.length).toBe(6);
    expect(others.some((other) => other.start === start)).toBe(false);
  }
});
