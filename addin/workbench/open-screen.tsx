import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  mergeClasses,
  Spinner,
  Text,
  Title2,
  tokens,
} from "@fluentui/react-components";
import { type DragEvent, useRef, useState } from "react";
import type { OpenFailure } from "./open-workbook.ts";

const useStyles = makeStyles({
  screen: {
    display: "flex",
    flexDirection: "column",
    gap: "16px",
    maxWidth: "640px",
    margin: "0 auto",
    padding: "32px 16px",
  },
  drop: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "12px",
    padding: "24px",
    borderRadius: tokens.borderRadiusLarge,
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: { border: `2px dashed ${tokens.colorBrandStroke1}` },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

interface OpenScreenProps {
  /** 正在读的文件名；没有为 null。 */
  readonly reading: string | null;
  readonly failure: OpenFailure | null;
  readonly onFile: (file: File) => void;
  readonly onSample: () => void;
  readonly onCancel: () => void;
}

/** 第一屏：选文件、拖进来，或先用示例试试。 */
export function OpenScreen({ reading, failure, onFile, onSample, onCancel }: OpenScreenProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile(file);
  };

  return (
    <main className={styles.screen}>
      <Title2 as="h1">决算核对与说明</Title2>
      <Text>
        打开决算软件导出的工作簿，核对各表之间的勾稽关系，起草决算情况说明。文件只在这个浏览器里打开，不上传，也不会被改写。
      </Text>
      {failure !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{failure.what}</MessageBarTitle>
            {failure.why}
            {failure.todo}
          </MessageBarBody>
        </MessageBar>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: 拖放是按钮之外的另一种办法 */}
      <div
        className={mergeClasses(styles.drop, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Text>把 .xlsx、.xls 或 .et 文件拖到这里，或者：</Text>
        <div className={styles.actions}>
          <Button
            appearance="primary"
            disabled={reading !== null}
            onClick={() => input.current?.click()}
          >
            打开决算工作簿
          </Button>
          <Button disabled={reading !== null} onClick={onSample}>
            用示例试试
          </Button>
        </div>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="选择决算工作簿"
          accept=".xlsx,.xls,.et,.ods,.xlsm,.xml,.htm,.html"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file !== undefined) onFile(file);
          }}
        />
      </div>
      <div role="status">
        {reading !== null && (
          <div className={styles.actions}>
            <Spinner size="tiny" label={`正在读取「${reading}」……`} />
            <Button size="small" onClick={onCancel}>
              取消
            </Button>
          </div>
        )}
      </div>
      <Text size={200}>
        适用于 Edge、Chrome、360（极速模式）87 以上的内核，火狐 78 以上，Safari 14.1 以上。
      </Text>
    </main>
  );
}
