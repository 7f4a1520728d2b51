import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import type { Severity } from "../../../src/findings/finding.ts";
import type { CheckOutcome } from "../../session/workbook-session-state.ts";
import { Fold } from "../shell/fold.tsx";
import { SEVERITIES } from "./findings-view.ts";
import { SeverityIcon } from "./severity-icon.tsx";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "start",
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  good: { color: tokens.colorStatusSuccessForeground1, fontSize: "20px", display: "inline-flex" },
  small: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
  name: { overflowWrap: "anywhere", textAlign: "left" },
});

interface Line {
  readonly key: string;
  readonly state: Severity | "good";
  readonly name: string;
  readonly about: string;
  readonly sheet: string | null;
}

/** 认出了哪些表、各有几条问题；缺的、没认出的、坏的，写明为什么。 */
export function TablesOverview({
  outcome,
  onReveal,
}: {
  readonly outcome: CheckOutcome;
  /** 到这张工作表去。 */
  readonly onReveal: (sheet: string) => void;
}) {
  const styles = useStyles();
  const { current } = outcome;
  const lines = [...troubles(outcome), ...recognised(outcome)];
  const odd = lines.length - current.tables.length;
  return (
    <Fold
      title={`认出 ${current.tables.length} 张表${odd === 0 ? "" : `，另有 ${odd} 张缺少或没有参加核对`}`}
      open={current.tables.length === 0}
    >
      <ul className={styles.list} aria-label="各张表">
        {lines.map(({ key, state, name, about, sheet }) => (
          <li key={key} className={styles.row}>
            {state === "good" ? (
              <span aria-hidden="true" className={styles.good}>
                <CheckmarkCircleRegular />
              </span>
            ) : (
              <SeverityIcon severity={state} />
            )}
            <div>
              {sheet === null ? (
                <div className={styles.name}>{name}</div>
              ) : (
                <Link
                  as="button"
                  className={styles.name}
                  title={`到工作表“${sheet}”去`}
                  onClick={() => onReveal(sheet)}
                >
                  {name}
                </Link>
              )}
              <div className={styles.small}>{about}</div>
            </div>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function recognised({ current, open }: CheckOutcome): Line[] {
  return current.tables.map((table) => {
    const own = open.filter((one) => one.groups.includes(table.form.id));
    const worst = SEVERITIES.find((severity) =>
      own.some((one) => one.finding.severity === severity),
    );
    const count = own.length === 0 ? "" : ` · ${own.length} 条问题`;
    return {
      key: `table ${table.form.id}`,
      state: worst ?? "good",
      name: `${table.form.id} ${table.form.title}`,
      about: `${table.rows.length} 行 · ${table.moneyUnit}${count}`,
      sheet: table.sheet,
    };
  });
}

const UNRECOGNISED = { misfit: "error", duplicate: "warning", other: "note" } as const;

function troubles({ current, damaged, open, accepted }: CheckOutcome): Line[] {
  const missing = [
    ...open.map((one) => one.finding),
    ...accepted.flatMap((one) => one.findings),
  ].filter((one) => one.rule === "读表/缺少表");
  return [
    ...damaged.map(({ name, reason }) => ({
      key: `damaged ${name}`,
      state: "error" as const,
      name: `${name}：读不出来`,
      about: reason,
      sheet: null,
    })),
    ...missing.map((one) => ({
      key: one.what,
      state: one.severity,
      name: one.what,
      about: one.why,
      sheet: null,
    })),
    ...current.unrecognised.map(({ sheet, why, kind }) => ({
      key: `unrecognised ${sheet}`,
      state: UNRECOGNISED[kind],
      name: `${sheet}：没有参加核对`,
      about: why,
      sheet,
    })),
  ];
}
