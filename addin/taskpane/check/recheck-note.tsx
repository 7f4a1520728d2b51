import { makeStyles, tokens } from "@fluentui/react-components";
import { type RecheckSummary, WHOLE } from "../../session/workbook-session-state.ts";

const useStyles = makeStyles({
  note: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
});

/** 改动以后：哪些表还等着重新核对，或刚才重新核对了哪些、结果怎样。 */
export function RecheckNote({
  pending,
  recheck,
  nameOf,
}: {
  readonly pending: readonly string[];
  readonly recheck: RecheckSummary | null;
  /** 工作表名 → 表号。 */
  readonly nameOf: (sheet: string) => string;
}) {
  const styles = useStyles();
  const text =
    pending.length > 0 ? pendingText(pending, nameOf) : recheck && recheckText(recheck, nameOf);
  return text === null ? null : <div className={styles.note}>{text}</div>;
}

function pendingText(pending: readonly string[], nameOf: (sheet: string) => string): string {
  return pending.includes(WHOLE)
    ? "工作簿有改动，还没有重新核对。"
    : `有改动，还没有重新核对：${pending.map(nameOf).join("、")}。`;
}

export function recheckText(recheck: RecheckSummary, nameOf: (sheet: string) => string): string {
  const { sheets, appeared, resolved } = recheck;
  const what = sheets === null ? "整本工作簿" : sheets.map(nameOf).join("、");
  const change =
    appeared === 0 && resolved === 0
      ? "问题没有增减"
      : [appeared > 0 ? `新出现 ${appeared} 条` : "", resolved > 0 ? `消失 ${resolved} 条` : ""]
          .filter(Boolean)
          .join("，");
  return `已重新核对：${what}。${change}。`;
}
