import {
  Button,
  FluentProvider,
  Link,
  makeStaticStyles,
  makeStyles,
  Title3,
  tokens,
} from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { OfficeReadiness } from "../host/office/office-ready.ts";
import { THEMES, type ThemeSource } from "./shell/theme.ts";

const usePageStyles = makeStaticStyles({ body: { margin: 0 } });

const useStyles = makeStyles({
  page: { minHeight: "100vh" },
  main: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    maxWidth: "560px",
  },
});

/** 窗格为什么用不了。 */
export type CannotStart = Exclude<OfficeReadiness, "excel"> | "too-old" | "incomplete";

const MESSAGES: Readonly<Record<CannotStart, { title: string; text: string }>> = {
  "not-office": {
    title: "这个窗格要在 Excel 里打开",
    text: "请在 Excel 里打开决算工作簿，再点“决算”一组里的“核对”。没有支持的 Excel、或用 WPS 的，请用工作台：在浏览器里打开文件，功能相同。",
  },
  "too-old": {
    title: "这个版本的 Excel 太旧",
    text: "窗格需要 Excel 2021 或 Microsoft 365。请用工作台：在浏览器里打开文件，功能相同。",
  },
  "no-answer": {
    title: "Excel 还没有应答",
    text: "恢复上次的窗格时偶尔会这样。请重新载入；仍不行的，请关闭窗格再从“决算”一组里打开，或改用工作台。",
  },
  incomplete: {
    title: "窗格没有载入完整",
    text: "可能是网络断了，或者程序刚刚更新。请重新载入；仍不行的，请告诉管理员。",
  },
};

/** 不能在这里用的时候：说明原因，指到工作台去。 */
export function StartMessage({
  problem,
  theme,
}: {
  readonly problem: CannotStart;
  readonly theme: ThemeSource;
}) {
  usePageStyles();
  const styles = useStyles();
  const themeName = useSyncExternalStore(theme.subscribe, theme.get);
  const { title, text } = MESSAGES[problem];
  return (
    <FluentProvider theme={THEMES[themeName]} className={styles.page}>
      <main className={styles.main}>
        <Title3 as="h1">{title}</Title3>
        <div>{text}</div>
        {(problem === "no-answer" || problem === "incomplete") && (
          <Button appearance="primary" onClick={() => window.location.reload()}>
            重新载入
          </Button>
        )}
        <Link href="workbench.html" target="_blank" rel="noreferrer">
          打开工作台
        </Link>
      </main>
    </FluentProvider>
  );
}
