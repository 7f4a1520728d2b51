import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { SEVERITY_NAMES, type Severity } from "../../../src/findings/finding.ts";
import type { AuditOutcome, AuditWarning } from "../../session/audit-session-state.ts";
import { SEVERITIES } from "../check/findings-view.ts";

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
      <MessageBar intent={intentOf(outcome)} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{auditConclusion(outcome)}</MessageBarTitle>
          {countsText(outcome)}
          {coverageText(outcome)}
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

function count({ result }: AuditOutcome, severity: Severity): number {
  return result.findings.filter((finding) => finding.severity === severity).length;
}

function intentOf(outcome: AuditOutcome): "error" | "warning" | "success" {
  if (count(outcome, "error") > 0) return "error";
  return count(outcome, "warning") > 0 || outcome.result.claims.gaps.length > 0
    ? "warning"
    : "success";
}

export function auditConclusion(outcome: AuditOutcome): string {
  if (count(outcome, "error") > 0) return "有错误，须更正";
  if (outcome.listed.length > 0) return "没有发现错误，有需要整理的地方";
  return outcome.result.claims.gaps.length > 0 ? "没有发现错误，还有没填的" : "没有发现问题";
}

export function countsText(outcome: AuditOutcome): string {
  return `${SEVERITIES.map((severity) => `${SEVERITY_NAMES[severity]} ${count(outcome, severity)} 条`).join("，")}。`;
}

function coverageText({ result: { claims } }: AuditOutcome): string {
  const exempt = claims.exempt.reduce((sum, each) => sum + each.count, 0);
  return `第二部分 ${claims.found} 个数：核对了 ${claims.checked} 个，${claims.unchecked.length} 个无法核对；另有日期、表号等 ${exempt} 个不查。`;
}
