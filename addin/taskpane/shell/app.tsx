import {
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { lazy, Suspense, useState, useSyncExternalStore } from "react";
import { CheckPanel } from "../check/check-panel.tsx";
import type { PanelOptions } from "../mount-panels.tsx";
import { Announcer } from "./announcer.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import type { OpenedWorkbook } from "./opened-workbook.ts";
import { PanelTabs } from "./panel-tabs.tsx";
import { PANELS, type PanelName } from "./panels.ts";
import { THEMES, type ThemeSource } from "./theme.ts";

const DraftPanel = lazy(async () => {
  const { DraftPanel } = await import("../draft/draft-panel.tsx");
  return { default: DraftPanel };
});

const AuditPanel = lazy(async () => {
  const { AuditPanel } = await import("../audit/audit-panel.tsx");
  return { default: AuditPanel };
});

const usePageStyles = makeStaticStyles({ body: { margin: 0 } });

const useStyles = makeStyles({
  page: {
    minHeight: "100%",
    boxSizing: "border-box",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  // 任务窗格里占满一屏；工作台里随所在的一栏。
  alone: { minHeight: "100vh" },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", margin: "-1px" },
});

/** 整个页面：主题、错误边界、面板切换。看过的面板留着，换回来时填的、选的都在。 */
export function App({
  opened,
  panel,
  theme,
  options,
}: {
  readonly opened: OpenedWorkbook;
  readonly panel: PanelName;
  readonly theme: ThemeSource;
  readonly options: PanelOptions;
}) {
  usePageStyles();
  const styles = useStyles();
  const themeName = useSyncExternalStore(theme.subscribe, theme.get);
  const [shown, setShown] = useState<PanelName>(panel);
  const [visited, setVisited] = useState<ReadonlySet<PanelName>>(new Set([panel]));
  const choose = (name: PanelName) => {
    setShown(name);
    setVisited((before) => new Set([...before, name]));
  };
  return (
    <FluentProvider
      theme={THEMES[themeName]}
      dir="ltr"
      lang="zh-CN"
      className={mergeClasses(styles.page, options.place === "excel" && styles.alone)}
    >
      <ErrorBoundary>
        <Announcer>
          <main>
            {options.place === "excel" && <h1 className={styles.unseen}>决算核对与说明</h1>}
            <PanelTabs shown={shown} onChoose={choose} />
            {PANELS.map(({ name }) => (
              <div
                key={name}
                id={`panel-${name}`}
                role="tabpanel"
                aria-labelledby={`tab-${name}`}
                hidden={name !== shown}
              >
                {visited.has(name) && (
                  <ErrorBoundary>
                    <Suspense fallback={<Spinner label="正在打开…" />}>
                      <Panel name={name} opened={opened} options={options} />
                    </Suspense>
                  </ErrorBoundary>
                )}
              </div>
            ))}
          </main>
        </Announcer>
      </ErrorBoundary>
    </FluentProvider>
  );
}

function Panel({
  name,
  opened,
  options,
}: {
  readonly name: PanelName;
  readonly opened: OpenedWorkbook;
  readonly options: PanelOptions;
}) {
  switch (name) {
    case "check":
      return <CheckPanel opened={opened} options={options} />;
    case "draft":
      return <DraftPanel opened={opened} />;
    case "audit":
      return <AuditPanel opened={opened} />;
  }
}
