import { makeStyles, tokens } from "@fluentui/react-components";
import type { FileHost } from "../host/file/file-host.ts";
import { Panels } from "./panels.tsx";
import { SheetView } from "./sheet-view/sheet-view.tsx";
import { TopBar } from "./top-bar.tsx";

const useStyles = makeStyles({
  opened: { display: "flex", flexDirection: "column", height: "100vh" },
  main: {
    display: "grid",
    flexGrow: 1,
    minHeight: 0,
    gridTemplateColumns: "minmax(0, 1fr) clamp(340px, 34vw, 560px)",
    "@media (max-width: 820px)": {
      gridTemplateColumns: "minmax(0, 1fr)",
      gridTemplateRows: "minmax(180px, 38%) minmax(0, 1fr)",
    },
  },
  sheets: { minHeight: 0, minWidth: 0, padding: "8px", boxSizing: "border-box" },
  panels: {
    minHeight: 0,
    minWidth: 0,
    overflow: "auto",
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface OpenedProps {
  readonly host: FileHost;
  readonly onOpenSample: () => void;
  readonly onClose: () => void;
}

/** 打开了一个文件：左边（窄屏时上边）是工作簿，另一边是与 Excel 里相同的面板。 */
export function Opened({ host, onOpenSample, onClose }: OpenedProps) {
  const styles = useStyles();
  return (
    <div className={styles.opened}>
      <TopBar host={host} onClose={onClose} />
      <div className={styles.main}>
        <div className={styles.sheets}>
          <SheetView host={host} />
        </div>
        <div className={styles.panels}>
          <Panels host={host} onOpenSample={onOpenSample} />
        </div>
      </div>
    </div>
  );
}
