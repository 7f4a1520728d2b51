import { Button, Field, makeStyles, Subtitle1, Textarea, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { FilePicker } from "../draft/file-picker.tsx";

const useStyles = makeStyles({
  start: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  text: { margin: 0 },
  area: { minHeight: "9em", maxHeight: "40vh" },
  field: { minWidth: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  // 放大到 200% 的窄窗格里放不下一行，折行。
  long: { maxWidth: "100%" },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** 往空框里一次贴这么多字，是整份说明：马上就审，不必等浏览器把几万字排进输入框。 */
const WHOLE_TEXT = 500;

const TEXT_FILES = ".docx,.txt,.xlsx,.xls,.xlsm,.et";

/** 还没有审过：贴文字、拖进来、选文件，或者审工作簿里的那张表。 */
export function AuditStart({
  busy,
  onText,
  onFile,
  onSheet,
}: {
  readonly busy: boolean;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onSheet: () => void;
}) {
  const styles = useStyles();
  // 两万字不放进状态里：每动一下都重画一遍，会卡。
  const area = useRef<HTMLTextAreaElement>(null);
  const [missing, setMissing] = useState(false);
  return (
    <section className={styles.start} aria-labelledby="audit-start">
      <Subtitle1 as="h2" id="audit-start" className={styles.text}>
        审一份写好的说明
      </Subtitle1>
      <p className={styles.text}>
        逐个核对文中的数：与打开的决算表对照，也让文中各数相互印证。报表和说明都只读不改，数据不离开这台电脑。
      </p>
      <Field
        label="把说明贴在这里"
        hint="整份贴进来马上就审。"
        {...(missing ? { validationMessage: "请先贴上说明的文字" } : {})}
      >
        <Textarea
          className={styles.field}
          textarea={{ className: styles.area }}
          resize="vertical"
          ref={area}
          onPaste={(event) => {
            const text = event.clipboardData.getData("text/plain");
            if (event.currentTarget.value !== "" || text.length < WHOLE_TEXT) return;
            event.preventDefault();
            onText(text);
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={busy}
          onClick={() => {
            const text = area.current?.value ?? "";
            setMissing(text.trim() === "");
            if (text.trim() !== "") onText(text);
          }}
        >
          审这份文字
        </Button>
        <FilePicker label="选文件" accept={TEXT_FILES} disabled={busy} onPick={onFile} />
        <Button className={styles.long} disabledFocusable={busy} onClick={onSheet}>
          审工作表“决算说明”
        </Button>
      </div>
      <p className={styles.small}>
        可以是
        Word（.docx）、文本（.txt），或有工作表“决算说明”的工作簿；也可以直接把文件拖到这里。PDF
        请打开后全选、复制，贴在上面。
      </p>
    </section>
  );
}
