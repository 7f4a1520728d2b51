import { makeStyles, tokens } from "@fluentui/react-components";
import type { Figure } from "../../../src/narrative/draft.ts";
import type { FactSource } from "../../../src/narrative/fact.ts";
import { CellLinks } from "./cell-links.tsx";
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
});

/** 一个数：精确值、算式、取自哪些格；点一格就到那一格去。 */
export function FigureDetails({
  figure,
  onReveal,
}: {
  readonly figure: Figure;
  readonly onReveal: (source: FactSource) => void;
}) {
  const styles = useStyles();
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
        {figure.from.length === 0 ? (
          "人填报的内容"
        ) : (
          <CellLinks sources={figure.from} onReveal={onReveal} />
        )}
      </dd>
    </dl>
  );
}
