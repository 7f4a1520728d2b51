import { makeStyles, tokens } from "@fluentui/react-components";
import type { Figure } from "../../../src/narrative/draft.ts";
import type { FactSource } from "../../../src/narrative/fact.ts";
import { exactValue } from "./figure-value.ts";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
  fact: { margin: 0, overflowWrap: "anywhere" },
  number: { margin: 0, fontVariantNumeric: "tabular-nums" },
  cells: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  cell: {
    padding: `2px ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    font: "inherit",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** 先列这么多格。 */
const MOST = 12;

/** 一个数：精确值、算式、取自哪些格；点一格就到那一格去。 */
export function FigureDetails({
  figure,
  onReveal,
}: {
  readonly figure: Figure;
  readonly onReveal: (source: FactSource) => void;
}) {
  const styles = useStyles();
  const shown = figure.from.slice(0, MOST);
  return (
    <dl className={styles.facts}>
      <dt className={styles.term}>精确值</dt>
      <dd className={styles.number}>{exactValue(figure)}</dd>
      {figure.formula !== "" && (
        <>
          <dt className={styles.term}>算式</dt>
          <dd className={styles.fact}>{figure.formula}</dd>
        </>
      )}
      <dt className={styles.term}>取自</dt>
      <dd className={styles.fact}>
        {shown.length === 0 ? (
          "人填报的内容"
        ) : (
          <ul className={styles.cells}>
            {shown.map((source) => (
              <li key={`${source.book}!${source.sheet}!${source.address}`}>
                <button type="button" className={styles.cell} onClick={() => onReveal(source)}>
                  {source.book === "prior" ? "上年 " : ""}
                  {source.sheet} {source.address}
                </button>
              </li>
            ))}
          </ul>
        )}
        {figure.from.length > MOST && `等 ${figure.from.length} 格，全部列在工作表“数据来源”里。`}
      </dd>
    </dl>
  );
}
