import { Button, makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** 说明的几条去路：写进工作表、复制到 Word、存成 .docx。 */
export function DraftOutputs({
  inserted,
  canDownload,
  busy,
  onInsert,
  onCopy,
  onDownload,
}: {
  readonly inserted: boolean;
  readonly canDownload: boolean;
  readonly busy: boolean;
  readonly onInsert: () => void;
  readonly onCopy: () => void;
  readonly onDownload: () => void;
}) {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={busy} onClick={onInsert}>
          {inserted ? "重新插入" : "插入工作表"}
        </Button>
        <Button disabledFocusable={busy} onClick={onCopy}>
          复制全文
        </Button>
        {canDownload && (
          <Button disabledFocusable={busy} onClick={onDownload}>
            下载 .docx
          </Button>
        )}
      </div>
      {!canDownload && (
        <p className={styles.note}>
          这里不能下载 .docx：请用“复制全文”贴到
          Word，或在工作台（浏览器页面）里打开这本工作簿下载。
        </p>
      )}
    </div>
  );
}
