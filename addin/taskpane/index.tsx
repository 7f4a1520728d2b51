import "../old-browser/newer-methods.ts";
import { createRoot } from "react-dom/client";
import { officeReady } from "../host/office/office-ready.ts";
import { mountPanels } from "./mount-panels.tsx";
import { officeTheme } from "./office-theme.ts";
import { type CannotStart, StartMessage } from "./start-message.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("页面缺少 #root。");

/** Excel 恢复上次的窗格时 onReady 偶尔一直不答：等这么久就告诉使用者，毫秒。 */
const PATIENCE = 8000;

const problem = await start(root);
if (problem !== null) {
  createRoot(root).render(<StartMessage problem={problem} theme={officeTheme()} />);
}

/** 在 Excel 里就装上面板；不能用时返回原因。 */
async function start(place: HTMLElement): Promise<CannotStart | null> {
  try {
    const loading = Promise.all([
      import("../host/office/office-host.ts"),
      import("../host/office/excel-run.ts"),
    ]);
    // 先接住：Office 没有应答时，装不上的错误不必再报。
    loading.catch(() => {});
    const readiness = await officeReady(PATIENCE);
    if (readiness !== "excel") return readiness;
    const [{ OfficeHost }, { supports }] = await loading;
    if (!supports("1.7")) return "too-old";
    mountPanels(place, new OfficeHost(), { place: "excel", theme: officeTheme() });
    return null;
  } catch {
    return "incomplete";
  }
}
