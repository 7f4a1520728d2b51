import "../old-browser/newer-methods.ts";
import { createRoot } from "react-dom/client";
import { Workbench } from "./workbench.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("页面缺少 #root。");

// 地址带 ?sample 时直接打开示例（npm run workbench 给的就是这个地址）。
const sampleFirst = new URLSearchParams(window.location.search).has("sample");
createRoot(root).render(<Workbench sampleFirst={sampleFirst} />);
