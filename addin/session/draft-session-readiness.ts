import type { Readiness } from "../../src/publish/readiness/readiness.ts";
import type { TableSet } from "../../src/tables/table.ts";
import type { Composed } from "./draft-session-compose.ts";
import type { StoredData } from "./stored-data.ts";
import { inputsOf } from "./stored-data-inputs.ts";
import type { CheckOutcome } from "./workbook-session-state.ts";

/**
 * 能不能公开：现在这一稿的未了事项、审稿查出的、核对有错的格，汇成一份清单。
 * 审稿的程序较大，用到时才装入；第一次约半秒。
 */
export async function readinessOf(
  { draft, drafted }: Composed,
  { open, culprits, current }: CheckOutcome,
  prior: TableSet | null,
  data: StoredData,
): Promise<Readiness> {
  const [{ auditText }, { auditableText }, { readiness }] = await Promise.all([
    import("../../src/audit/audit.ts"),
    import("../../src/publish/readiness/audit-remarks.ts"),
    import("../../src/publish/readiness/readiness.ts"),
  ]);
  const audit = auditText(auditableText(draft), {
    fileName: "草稿",
    current,
    ...(prior === null ? {} : { prior }),
  });
  return readiness({
    draft,
    drafted,
    check: { findings: open.map(({ finding }) => finding), culprits },
    audit,
    accepted: inputsOf(data).inputs.accepted,
  });
}
