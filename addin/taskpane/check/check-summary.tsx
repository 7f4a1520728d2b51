import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { conclusion } from "../../../src/publish/check-report.ts";
import type { CheckOutcome } from "../../session/workbook-session-state.ts";
import { checkReport, intentOf } from "./check-report.ts";

const useStyles = makeStyles({
  small: { color: tokens.colorNeutralForeground2 },
  remarks: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** 一句结论；没有问题时也说清执行了多少规则、有什么没有核对到。 */
export function CheckSummary({ outcome }: { readonly outcome: CheckOutcome }) {
  const styles = useStyles();
  const { current, run, notRun, skipped, open } = outcome;
  const report = checkReport(outcome);
  const nothing = current.tables.length === 0;
  return (
    <>
      <MessageBar intent={intentOf(report)} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{conclusion(report)}</MessageBarTitle>
          {nothing
            ? "没有认出部门决算表。请确认打开的是决算软件导出的报表，标题或右上角表号（如“财决01表”）完整；下面列出各张工作表没有认出的原因。"
            : `${open.length === 0 ? "没有问题" : `共 ${open.length} 条问题`}；执行了 ${run.length} 条规则，${notRun.length} 条没有执行${skipped.length === 0 ? "" : `，${skipped.length} 条只核对了一部分`}，原因在下面。`}
          {nothing && notRun.length > 0 && " 没有执行任何一条规则。"}
        </MessageBarBody>
      </MessageBar>
      {!nothing && (
        <div className={styles.small}>
          {current.unit ?? "单位名称不明"} ·{" "}
          {current.year === null ? "年度不明" : `${current.year}年度`} · {current.level ?? "单位"}
          决算
        </div>
      )}
      {outcome.remarks.length > 0 && (
        <ul className={styles.remarks}>
          {outcome.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </>
  );
}
