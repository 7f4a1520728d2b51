import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { AcceptedFinding } from "../../session/stored-data.ts";
import type { AcceptedEntry } from "../../session/workbook-session-state.ts";
import { Fold } from "../shell/fold.tsx";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  entry: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  small: { color: tokens.colorNeutralForeground3 },
});

/** 已说明理由、不再计较的；已经对不上的说明白，可以清掉。 */
export function AcceptedList({
  entries,
  onWithdraw,
}: {
  readonly entries: readonly AcceptedEntry[];
  readonly onWithdraw: (accepted: AcceptedFinding) => void;
}) {
  const styles = useStyles();
  if (entries.length === 0) return null;
  const lostCount = entries.filter((one) => one.lost !== null).length;
  return (
    <Fold
      title={`不再计较的 ${entries.length} 条${lostCount === 0 ? "" : `，其中 ${lostCount} 条已经对不上`}`}
      open={lostCount > 0}
    >
      <ul className={styles.list}>
        {entries.map(({ accepted, lost }) => (
          <li
            key={[accepted.rule, ...accepted.cells, accepted.what].join("\n")}
            className={styles.entry}
          >
            <div>
              <strong>{accepted.rule}</strong> {accepted.what}
            </div>
            <div className={styles.small}>理由：{accepted.reason}</div>
            {lost !== null && (
              <div>
                已经对不上：{lost.why}
                {lost.todo}
              </div>
            )}
            <div>
              <Button
                size="small"
                aria-label={`${lost === null ? "撤销" : "清掉"}：${accepted.rule}`}
                onClick={() => onWithdraw(accepted)}
              >
                {lost === null ? "撤销" : "清掉"}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
