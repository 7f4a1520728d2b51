import {
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  Spinner,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import type { FileHost } from "../host/file/file-host.ts";
import { OpenScreen } from "./open-screen.tsx";
import {
  type OpenFailure,
  openFailure,
  openPickedFile,
  openSampleWorkbook,
} from "./open-workbook.ts";
import { useDark } from "./use-dark.ts";

const loadOpened = () => import("./opened.tsx");
const Opened = lazy(async () => ({ default: (await loadOpened()).Opened }));

const usePageStyles = makeStaticStyles({ body: { margin: 0 } });

const useStyles = makeStyles({
  provider: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground2 },
});

/** 工作台：先选一个文件，再在它上面用与 Excel 里相同的面板。 */
export function Workbench({ sampleFirst }: { readonly sampleFirst: boolean }) {
  usePageStyles();
  const styles = useStyles();
  const dark = useDark();
  const [host, setHost] = useState<FileHost | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [failure, setFailure] = useState<OpenFailure | null>(null);
  const cancel = useRef<AbortController | null>(null);

  const open = useCallback(
    async (name: string, action: (signal: AbortSignal) => Promise<FileHost>) => {
      const controller = new AbortController();
      cancel.current?.abort();
      cancel.current = controller;
      setReading(name);
      setFailure(null);
      try {
        const opened = await action(controller.signal);
        if (cancel.current === controller) setHost(opened);
      } catch (error) {
        if (cancel.current === controller) setFailure(openFailure(error));
      } finally {
        if (cancel.current === controller) setReading(null);
      }
    },
    [],
  );

  useEffect(() => {
    // 使用者挑文件的时候，面板和表格的代码先取来。
    void loadOpened();
    if (sampleFirst) void open("示例工作簿", openSampleWorkbook);
  }, [sampleFirst, open]);

  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme} className={styles.provider}>
      {host === null ? (
        <OpenScreen
          reading={reading}
          failure={failure}
          onFile={(file) => void open(file.name, (signal) => openPickedFile(file, signal))}
          onSample={() => void open("示例工作簿", openSampleWorkbook)}
          onCancel={() => {
            cancel.current?.abort();
            cancel.current = null;
            setReading(null);
          }}
        />
      ) : (
        <Suspense fallback={<Spinner label="正在打开……" />}>
          <Opened
            host={host}
            onOpenSample={() => void open("示例工作簿", openSampleWorkbook)}
            onClose={() => setHost(null)}
          />
        </Suspense>
      )}
    </FluentProvider>
  );
}
