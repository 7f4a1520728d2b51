import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { AuditResult } from "../../../src/audit/audit-result.ts";
import {
  auditConclusion,
  auditCounts,
  countOf,
  coverageText,
} from "../../../src/publish/audit-summary.ts";
import type { AuditOutcome, AuditWarning } from "../../session/audit-session-state.ts";

const useStyles = makeStyles({
  small: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

const INTENTS: Readonly<Record<AuditWarning["kind"], "error" | "warning" | "info">> = {
  "half-unread": "error",
  "other-unit": "warning",
  "other-year": "warning",
  "no-tables": "warning",
  "no-prior": "info",
  "tables-wrong": "warning",
};

/** 先说要紧的（一半没有看懂、没有对照表），再一句结论，连同核对了多少。 */
export function AuditSummary({
  outcome,
  onCompareAnyway,
}: {
  readonly outcome: AuditOutcome;
  readonly onCompareAnyway: () => void;
}) {
  const styles = useStyles();
  const { warnings, result, books } = outcome;
  return (
    <>
      {warnings.map(({ kind, title, text }) => (
        <MessageBar key={kind} intent={INTENTS[kind]} layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{title}</MessageBarTitle>
            {text}
          </MessageBarBody>
          {kind === "other-unit" && books.current === null && (
            <MessageBarActions>
              <Button size="small" onClick={onCompareAnyway}>
                仍然对照
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      ))}
      <MessageBar intent={intentOf(result)} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{auditConclusion(result)}</MessageBarTitle>
          {auditCounts(result.findings)}。{coverageText(result)}
        </MessageBarBody>
      </MessageBar>
      <div className={styles.small}>
        {result.unit ?? "单位名称没有看出"} ·{" "}
        {result.year === null ? "年度没有看出" : `${result.year}年度`} · 对照：
        {[books.current, books.prior]
          .filter((name) => name !== null)
          .map((name) => `《${name}》`)
          .join("、") || "没有"}
      </div>
    </>
  );
}

function intentOf({ findings, claims }: AuditResult): "error" | "warning" | "success" {
  if (countOf(findings, "error") > 0) return "error";
  return countOf(findings, "warning") > 0 || claims.gaps.length > 0 ? "warning" : "success";
}
