// biome-ignore-all lint/a11y/useSemanticElements: 只画看得见的一块，行列靠绝对定位，不能用 <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: 焦点在整个表格上，由 aria-activedescendant 指到格
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { cellAddress, columnName, parseAddress } from "../../../src/workbook/addresses.ts";
import type { Sheet } from "../../../src/workbook/workbook.ts";
import { CellEditor } from "./cell-editor.tsx";
import { GridCell } from "./grid-cell.tsx";
import { nextPosition } from "./grid-keys.ts";
import {
  areaOf,
  cellKey,
  gridLayout,
  ROW_HEADER_WIDTH,
  ROW_HEIGHT,
  shownAt,
  visibleColumns,
  visibleRows,
} from "./grid-layout.ts";
import { cellPlace, columnPlace, scrollToCell } from "./grid-places.ts";
import { useViewport } from "./use-viewport.ts";

const useStyles = makeStyles({
  scroller: {
    position: "relative",
    overflow: "auto",
    flexGrow: 1,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  header: {
    height: `${ROW_HEIGHT}px`,
    boxSizing: "border-box",
    textAlign: "center",
    fontSize: "12px",
    lineHeight: "25px",
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  top: { position: "sticky", top: 0, zIndex: 3 },
  row: { position: "absolute", left: 0 },
  columnHeader: { position: "absolute", top: 0 },
  rowHeader: { position: "sticky", left: 0, zIndex: 1, width: `${ROW_HEADER_WIDTH}px` },
});

interface SheetGridProps {
  readonly sheet: Sheet;
  /** 选中的格的地址；null 为没有。 */
  readonly address: string | null;
  readonly onSelect: (address: string) => void;
  readonly onEdit: (address: string, text: string) => void;
}

/** 只画看得见的一块的表格：方向键移动，回车或 F2 试改，Esc 放弃。 */
export function SheetGrid({ sheet, address, onSelect, onEdit }: SheetGridProps) {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const idPrefix = useId();
  const layout = useMemo(() => gridLayout(sheet), [sheet]);
  const viewport = useViewport(scroller);
  const [editing, setEditing] = useState(false);
  const selected = useMemo(() => {
    const position = address === null ? undefined : parseAddress(address);
    return position === undefined ? null : shownAt(layout, position);
  }, [address, layout]);

  useLayoutEffect(() => {
    if (selected !== null) scrollToCell(scroller.current, layout, selected);
  }, [selected, layout]);

  const rows = visibleRows(layout, viewport.top, viewport.height);
  const columns = visibleColumns(layout, viewport.left, viewport.width);
  const totalWidth = ROW_HEADER_WIDTH + (layout.offsets.at(-1) ?? 0);
  const idOf = (row: number, column: number) => `${idPrefix}-${cellKey(row, column)}`;
  const drawn =
    selected !== null &&
    selected.row >= rows.start &&
    selected.row < rows.end &&
    selected.column >= columns.start &&
    selected.column < columns.end;

  const onKeyDown = (event: KeyboardEvent) => {
    const from = areaOf(layout, selected ?? { row: 0, column: 0 });
    if (selected !== null && (event.key === "Enter" || event.key === "F2")) {
      event.preventDefault();
      setEditing(true);
      return;
    }
    const to = nextPosition(from, event.key, event.ctrlKey || event.metaKey, {
      rowCount: layout.rowCount,
      columnCount: layout.columnCount,
      pageRows: Math.max(1, Math.floor(viewport.height / ROW_HEIGHT) - 2),
    });
    if (to === null) return;
    event.preventDefault();
    onSelect(cellAddress(to.row, to.column));
  };

  const finish = () => {
    setEditing(false);
    scroller.current?.focus();
  };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={0}
      aria-label={`工作表 ${sheet.name}`}
      aria-rowcount={layout.rowCount + 1}
      aria-colcount={layout.columnCount + 1}
      aria-activedescendant={drawn ? idOf(selected.row, selected.column) : undefined}
      onKeyDown={onKeyDown}
    >
      <div style={{ width: totalWidth, height: ROW_HEIGHT * (layout.rowCount + 1) }}>
        <div
          role="row"
          aria-rowindex={1}
          className={styles.top}
          style={{ width: totalWidth, height: ROW_HEIGHT }}
        >
          <div
            role="columnheader"
            aria-colindex={1}
            aria-label="行号"
            className={mergeClasses(styles.header, styles.rowHeader)}
          />
          {range(columns.start, columns.end).map((column) => (
            <div
              key={column}
              role="columnheader"
              aria-colindex={column + 2}
              className={mergeClasses(styles.header, styles.columnHeader)}
              style={columnPlace(layout, column, column)}
            >
              {columnName(column)}
            </div>
          ))}
        </div>
        {range(rows.start, rows.end).map((row) => (
          <div
            key={row}
            role="row"
            aria-rowindex={row + 2}
            className={styles.row}
            style={{ top: ROW_HEIGHT * (row + 1), width: totalWidth, height: ROW_HEIGHT }}
          >
            {range(columns.start, columns.end)
              .filter((column) => !layout.covered.has(cellKey(row, column)))
              .map((column) => (
                <GridCell
                  key={column}
                  id={idOf(row, column)}
                  cell={sheet.rows[row]?.[column]}
                  column={column}
                  selected={selected?.row === row && selected.column === column}
                  place={cellPlace(layout, row, column)}
                  onPick={() => onSelect(cellAddress(row, column))}
                  onEdit={() => setEditing(true)}
                />
              ))}
            <div
              role="rowheader"
              aria-colindex={1}
              className={mergeClasses(styles.header, styles.rowHeader)}
            >
              {row + 1}
            </div>
          </div>
        ))}
        {editing && selected !== null && address !== null && (
          <CellEditor
            key={address}
            label={`试改 ${sheet.name} ${address}`}
            initial={sheet.rows[selected.row]?.[selected.column]?.text ?? ""}
            place={{
              ...cellPlace(layout, selected.row, selected.column),
              top: ROW_HEIGHT * (selected.row + 1),
            }}
            onCommit={(text) => {
              onEdit(address, text);
              finish();
            }}
            onCancel={finish}
          />
        )}
      </div>
    </div>
  );
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
