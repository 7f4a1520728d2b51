import { makeStyles, tokens } from "@fluentui/react-components";
import type { CellRef } from "../../../src/findings/finding.ts";
import { shownContent } from "./check-report.ts";

const useStyles = makeStyles({
  cell: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    "@media (max-width: 260px)": { gridTemplateColumns: "minmax(0, 1fr)" },
    width: "100%",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  place: {
    color: tokens.colorBrandForegroundLink,
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
  },
  value: { fontVariantNumeric: "tabular-nums", textAlign: "right" },
  label: { overflowWrap: "anywhere" },
});

/** 一处单元格：行、栏、数、地址；点了就到那一格去。 */
export function CellButton({
  cell,
  form,
  onReveal,
}: {
  readonly cell: CellRef;
  readonly form: string;
  readonly onReveal: (cell: CellRef) => void;
}) {
  const styles = useStyles();
  const label = [cell.row, cell.column].filter((part) => part !== "").join("，");
  const book = cell.book === "prior" ? "上年·" : "";
  return (
    <button
      type="button"
      className={styles.cell}
      title={`到“${cell.sheet}” ${cell.address} 去`}
      onClick={() => onReveal(cell)}
    >
      <span className={styles.label}>{label === "" ? cell.sheet : label}</span>
      <span className={styles.value}>
        {cell.value === "" ? "空白" : shownContent(cell.column, cell.value)}
      </span>
      <span className={styles.place}>
        {book}
        {form} {cell.address}
      </span>
    </button>
  );
}
