import { makeStyles, tokens } from "@fluentui/react-components";
import type { FactSource } from "../../../src/narrative/fact.ts";

const useStyles = makeStyles({
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
    ":hover": {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorBrandForegroundLinkHover,
    },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** 先列这么多格。 */
const MOST = 12;

/** 取自哪些格；点一格就到那一格去。 */
export function CellLinks({
  sources,
  onReveal,
}: {
  readonly sources: readonly FactSource[];
  readonly onReveal: (source: FactSource) => void;
}) {
  const styles = useStyles();
  return (
    <>
      <ul className={styles.cells}>
        {sources.slice(0, MOST).map((source) => (
          <li key={`${source.book}!${source.sheet}!${source.address}`}>
            <button type="button" className={styles.cell} onClick={() => onReveal(source)}>
              {source.book === "prior" ? "上年 " : ""}
              {source.sheet} {source.address}
            </button>
          </li>
        ))}
      </ul>
      {sources.length > MOST && `等 ${sources.length} 格，全部列在工作表“数据来源”里。`}
    </>
  );
}
