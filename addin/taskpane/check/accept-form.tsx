import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";

const useStyles = makeStyles({
  reason: { minWidth: 0 },
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** 说明理由、不再计较。理由必填，随工作簿保存。 */
export function AcceptForm({
  former,
  onAccept,
  onCancel,
}: {
  /** 以前的理由，作为初稿；没有为 null。 */
  readonly former: string | null;
  readonly onAccept: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const styles = useStyles();
  const [reason, setReason] = useState(former ?? "");
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!missing) onAccept(reason);
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Field
        label="不再计较的理由"
        required
        hint="随工作簿保存，可以随时撤销；数字一变，这一条会重新列出。"
        {...(asked && missing ? { validationMessage: "请写明理由" } : {})}
      >
        <Textarea
          className={styles.reason}
          autoFocus
          value={reason}
          onChange={(_, data) => setReason(data.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") onCancel();
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary">
          确定
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </form>
  );
}
