// biome-ignore-all lint/a11y/useSemanticElements: 只画看得见的一块，行列靠绝对定位，不能用 <td>
// biome-ignore-all lint/a11y/useFocusableInteractive: 焦点在整个表格上，由 aria-activedescendant 指到格
// biome-ignore-all lint/a11y/useKeyWithClickEvents: 键盘在整个表格上处理
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CSSProperties } from "react";
import type { Cell } from "../../../src/workbook/workbook.ts";

const useStyles = makeStyles({
  cell: {
    position: "absolute",
    boxSizing: "border-box",
    overflow: "hidden",
    whiteSpace: "nowrap",
    textOverflow: "ellipsis",
    paddingInline: "4px",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    lineHeight: "25px",
    fontSize: "13px",
    cursor: "cell",
  },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  error: { color: tokens.colorPaletteRedForeground1 },
  selected: {
    outline: `2px solid ${tokens.colorBrandStroke1}`,
    outlineOffset: "-2px",
    backgroundColor: tokens.colorBrandBackground2,
    "@media (forced-colors: active)": { outlineColor: "Highlight" },
  },
});

interface GridCellProps {
  readonly id: string;
  readonly cell: Cell | undefined;
  readonly column: number;
  readonly selected: boolean;
  readonly place: CSSProperties;
  readonly onPick: () => void;
  readonly onEdit: () => void;
}

/** 一格。焦点在整个表格上，由 aria-activedescendant 指到这里。 */
export function GridCell({ id, cell, column, selected, place, onPick, onEdit }: GridCellProps) {
  const styles = useStyles();
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={selected}
      className={mergeClasses(
        styles.cell,
        (cell?.kind === "number" || cell?.kind === "date") && styles.number,
        cell?.kind === "error" && styles.error,
        selected && styles.selected,
      )}
      style={place}
      title={cell !== undefined && cell.text.length > 12 ? cell.text : undefined}
      onClick={onPick}
      onDoubleClick={onEdit}
    >
      {cell?.text}
    </div>
  );
}
