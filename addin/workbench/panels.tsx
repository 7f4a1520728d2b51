import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { FileHost } from "../host/file/file-host.ts";
import { mountPanels } from "../taskpane/mount-panels.tsx";

const useStyles = makeStyles({ place: { height: "100%" } });

interface PanelsProps {
  readonly host: FileHost;
  readonly onOpenSample: () => void;
}

/** 与 Excel 任务窗格相同的三个面板，接在打开的文件上。它们自成一棵 React 树，这里只给一个位置。 */
export function Panels({ host, onOpenSample }: PanelsProps) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const openSample = useRef(onOpenSample);
  openSample.current = onOpenSample;

  useEffect(() => {
    if (place.current === null) return;
    const root = document.createElement("div");
    root.className = "panels-root";
    place.current.append(root);
    const mounted = mountPanels(root, host, {
      place: "workbench",
      onOpenSample: () => openSample.current(),
    });
    return () => {
      // 正在渲染时不能同步卸下另一棵树。
      queueMicrotask(() => {
        mounted.unmount();
        root.remove();
      });
    };
  }, [host]);

  return <div ref={place} className={styles.place} />;
}
