import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { CellRef } from "../../../src/findings/finding.ts";
import type { ListedFinding } from "../../session/workbook-session-state.ts";
import { AcceptForm } from "./accept-form.tsx";
import { CellButton } from "./cell-button.tsx";
import { groupedNumber } from "./check-report.ts";

const useStyles = makeStyles({
  detail: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  facts: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    // 放大到 200% 的窄窗格里，名目在上、内容在下。
    "@media (max-width: 260px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  term: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  fact: { margin: 0, overflowWrap: "anywhere" },
  number: { margin: 0, fontVariantNumeric: "tabular-nums", textAlign: "right" },
  difference: { fontWeight: tokens.fontWeightSemibold },
  cells: { listStyleType: "none", margin: 0, padding: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** 先列这么多格，其余点开再看。 */
const CELLS_SHOWN = 8;

/** 一条问题的全部内容：错在哪里、为什么要紧、怎么办、两边的数、线索、涉及的格。 */
export function FindingDetail({
  listed,
  formOf,
  onReveal,
  onAccept,
  onCopy,
  actions,
}: {
  readonly listed: ListedFinding;
  /** 工作表名 → 表号。 */
  readonly formOf: (sheet: string) => string;
  readonly onReveal: (cell: CellRef) => void;
  /** 不能“不再计较”的（审稿）为 null。 */
  readonly onAccept: ((reason: string) => void) | null;
  readonly onCopy: () => void;
  /** 放在“复制这一条”后面的另外几个按钮。 */
  readonly actions?: ReactNode;
}) {
  const styles = useStyles();
  const [accepting, setAccepting] = useState(false);
  const [allCells, setAllCells] = useState(false);
  const { finding } = listed;
  const cells = allCells ? finding.cells : finding.cells.slice(0, CELLS_SHOWN);
  return (
    <div className={styles.detail}>
      <dl className={styles.facts}>
        <dt className={styles.term}>错在哪里</dt>
        <dd className={styles.fact}>{finding.what}</dd>
        <Fact term="为什么" text={finding.why} />
        <Fact term="怎么办" text={finding.todo} />
        <Amount term="左边" text={finding.left} />
        <Amount term="右边" text={finding.right} />
        {finding.difference !== undefined && (
          <>
            <dt className={styles.term}>相差</dt>
            <dd className={`${styles.number} ${styles.difference}`}>
              {groupedNumber(finding.difference)}
            </dd>
          </>
        )}
        <Fact term="文中" text={finding.stated} />
        <Fact term="应为" text={finding.expected} />
        <Fact term="线索" text={finding.clue} />
        <Fact term="疑点" text={finding.culprit && culpritText(finding.culprit, formOf)} />
        {listed.formerReason !== null && (
          <Fact
            term="以前"
            text={`曾以“${listed.formerReason}”为由不再计较，后来数字变了，所以重新列出。`}
          />
        )}
      </dl>
      {cells.length > 0 && (
        <ul className={styles.cells} aria-label="涉及的单元格">
          {cells.map((cell) => (
            <li key={`${cell.book}!${cell.sheet}!${cell.address}!${cell.row}!${cell.column}`}>
              <CellButton cell={cell} form={formOf(cell.sheet)} onReveal={onReveal} />
            </li>
          ))}
        </ul>
      )}
      {finding.cells.length > cells.length && (
        <div>
          <Button size="small" onClick={() => setAllCells(true)}>
            显示全部 {finding.cells.length} 格
          </Button>
        </div>
      )}
      {accepting && onAccept !== null ? (
        <AcceptForm
          former={listed.formerReason}
          onAccept={onAccept}
          onCancel={() => setAccepting(false)}
        />
      ) : (
        <div className={styles.buttons}>
          <Button size="small" onClick={onCopy}>
            复制这一条
          </Button>
          {onAccept !== null && (
            <Button size="small" onClick={() => setAccepting(true)}>
              不再计较…
            </Button>
          )}
          {actions}
        </div>
      )}
    </div>
  );
}

/** `工作表!E37` → `财决01 E37`。 */
function culpritText(culprit: string, formOf: (sheet: string) => string): string {
  const at = culprit.lastIndexOf("!");
  return at < 0 ? culprit : `${formOf(culprit.slice(0, at))} ${culprit.slice(at + 1)}`;
}

function Fact({ term, text }: { readonly term: string; readonly text: string | undefined }) {
  const styles = useStyles();
  if (text === undefined || text === "") return null;
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.fact}>{text}</dd>
    </>
  );
}

function Amount({ term, text }: { readonly term: string; readonly text: string | undefined }) {
  const styles = useStyles();
  if (text === undefined) return null;
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.number}>{groupedNumber(text)}</dd>
    </>
  );
}
