import { Button, Label, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useId, useState, useSyncExternalStore } from "react";
import { parseAddress } from "../../../src/workbook/addresses.ts";
import type { Sheet } from "../../../src/workbook/workbook.ts";
import type { FileHost } from "../../host/file/file-host.ts";
import { SheetGrid } from "./sheet-grid.tsx";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", minHeight: 0, height: "100%", gap: "6px" },
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  content: {
    flexGrow: 1,
    minWidth: "120px",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    paddingBlock: "2px",
    color: tokens.colorNeutralForeground2,
  },
});

/** 打开的工作簿和写好的表：选表、看格、试改、下载。 */
export function SheetView({ host }: { readonly host: FileHost }) {
  const styles = useStyles();
  const selectId = useId();
  const view = useSyncExternalStore(host.subscribe, host.getView);
  const [chosen, setChosen] = useState<string | null>(null);
  const [followed, setFollowed] = useState(view.selected);
  // 别处选中了一格（点了一条问题）：跟到那张表去。
  if (view.selected !== followed) {
    setFollowed(view.selected);
    setChosen(view.selected?.sheet ?? chosen);
  }

  const sheet =
    view.sheets.find(({ name }) => name === chosen) ??
    view.sheets.find(({ hidden }) => !hidden) ??
    view.sheets[0];
  if (sheet === undefined) return <Text>这个文件里没有能显示的工作表。</Text>;

  const address = view.selected?.sheet === sheet.name ? firstCell(view.selected.address) : null;
  return (
    <section className={styles.view} aria-label="工作簿">
      <div className={styles.bar}>
        <Label htmlFor={selectId}>工作表</Label>
        <Select
          id={selectId}
          size="small"
          value={sheet.name}
          onChange={(_, { value }) => setChosen(value)}
        >
          {view.sheets.map(({ name, hidden }) => (
            <option key={name} value={name}>
              {`${name}${hidden ? "（隐藏）" : ""}${view.written.includes(name) ? "（新写）" : ""}`}
            </option>
          ))}
        </Select>
        <Text className={styles.content} role="status" aria-label="选中的单元格">
          {address === null
            ? "点一格看全文；回车或双击可以试改，只在内存里，公式不重算"
            : `${address}：${textAt(sheet, address)}`}
        </Text>
        {view.edits > 0 && (
          <Button size="small" onClick={() => host.revertEdits()}>
            {`放弃试改（${view.edits} 处）`}
          </Button>
        )}
        {view.written.length > 0 && (
          <Button size="small" appearance="primary" onClick={() => void host.downloadWritten()}>
            下载写好的表（.xlsx）
          </Button>
        )}
      </div>
      <SheetGrid
        key={sheet.name}
        sheet={sheet}
        address={address}
        onSelect={(to) => host.select({ sheet: sheet.name, address: to })}
        onEdit={(at, text) => host.edit({ sheet: sheet.name, address: at }, text)}
      />
    </section>
  );
}

/** `E7:G9` → `E7`。 */
function firstCell(address: string): string {
  return address.split(":")[0] ?? address;
}

function textAt(sheet: Sheet, address: string): string {
  const position = parseAddress(address);
  const cell = position && sheet.rows[position.row]?.[position.column];
  return cell === undefined ? "（空白）" : cell.text;
}
