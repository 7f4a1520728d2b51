import { makeStyles, tokens } from "@fluentui/react-components";
import { rulesByReason } from "../../../src/publish/check-report.ts";
import type { CheckOutcome } from "../../session/workbook-session-state.ts";
import { Fold } from "../shell/fold.tsx";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
  rules: { color: tokens.colorNeutralForeground3 },
});

/** 没有执行的规则、只核对了一部分的规则，按原因折起来。 */
export function NotRun({ outcome }: { readonly outcome: CheckOutcome }) {
  return (
    <>
      <Reasons title={`没有执行的规则 ${outcome.notRun.length} 条`} entries={outcome.notRun} />
      <Reasons
        title={`有一部分没有核对到的规则 ${outcome.skipped.length} 条`}
        entries={outcome.skipped}
      />
    </>
  );
}

function Reasons({
  title,
  entries,
}: {
  readonly title: string;
  readonly entries: readonly { readonly rule: string; readonly why: string }[];
}) {
  const styles = useStyles();
  if (entries.length === 0) return null;
  return (
    <Fold title={title}>
      <ul className={styles.list}>
        {rulesByReason(entries).map(({ why, rules }) => (
          <li key={why}>
            {why} <span className={styles.rules}>{rules.join("、")}</span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
