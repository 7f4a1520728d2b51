import { createRoot } from "react-dom/client";
import type { WorkbookHost } from "../host/host.ts";
import { App } from "./shell/app.tsx";
import { type OpenedWorkbook, openWorkbook } from "./shell/opened-workbook.ts";
import { isPanelName, type PanelName } from "./shell/panels.ts";
import { systemTheme, type ThemeSource } from "./shell/theme.ts";

export interface PanelOptions {
  /** 面板在哪里：Excel 的任务窗格，还是浏览器里的工作台。 */
  readonly place: "excel" | "workbench";
  /** 先显示哪个面板；不给时看地址里的 `?panel=`，再没有就是核对。 */
  readonly panel?: PanelName;
  /** 缺省跟随系统。 */
  readonly theme?: ThemeSource;
  /** 打开示例工作簿；能打开时（工作台里）才给。 */
  readonly onOpenSample?: () => void;
}

export interface MountedPanels {
  /** 打开的工作簿和它的会话。 */
  readonly opened: OpenedWorkbook;
  unmount(): void;
}

/** 把三个面板装到页面的一处。任务窗格和工作台用的是同一套；换工作簿时先卸下再装。 */
export function mountPanels(
  root: Element,
  host: WorkbookHost,
  options: PanelOptions,
): MountedPanels {
  const react = createRoot(root);
  const opened = openWorkbook(host);
  react.render(
    <App
      opened={opened}
      panel={options.panel ?? panelInAddress()}
      theme={options.theme ?? systemTheme()}
      options={options}
    />,
  );
  return {
    opened,
    unmount() {
      opened.session.close();
      react.unmount();
    },
  };
}

/** 地址里的 `?panel=check|draft|audit`；没有或不认识时为 check。 */
function panelInAddress(): PanelName {
  const asked = new URLSearchParams(window.location.search).get("panel");
  return isPanelName(asked) ? asked : "check";
}
