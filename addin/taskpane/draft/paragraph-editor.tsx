import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  area: { width: "100%" },
  input: { minHeight: "9em", maxHeight: "none" },
});

/** 改一段：自己的文字留着，再起草、再插入都不会盖掉。 */
export function ParagraphEditor({
  text,
  label,
  onSave,
  onCancel,
}: {
  readonly text: string;
  readonly label: string;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}) {
  const styles = useStyles();
  const [typed, setTyped] = useState(text);
  const blank = typed.trim() === "";
  return (
    <div className={styles.box}>
      <Field
        label={label}
        {...(blank
          ? {
              validationState: "error" as const,
              validationMessage: "不能没有文字。不要这一段的，请在工作表“决算说明”里删去那一行。",
            }
          : { hint: "改动过的数不再能点开看出处，请自己核对。" })}
      >
        <Textarea
          className={styles.area}
          textarea={{ className: styles.input, autoFocus: true }}
          resize="vertical"
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") onCancel();
            if (event.key === "Enter" && event.ctrlKey && !blank) onSave(typed);
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={blank} onClick={() => onSave(typed)}>
          改好了
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </div>
  );
}
