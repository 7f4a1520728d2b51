import { Button, Field, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import type { DraftSession } from "../../session/draft-session.ts";
import type { FillField as FieldData } from "../../session/draft-session-fields.ts";
import { FieldHints } from "./field-hints.tsx";
import { recordOf, textOf, withKey } from "./fill-value.ts";
import { ReasonAids } from "./reason-aids.tsx";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  status: { maxWidth: "220px" },
});

const STATUSES = ["已确认", "据表推断", "待补充"];

/** 一条原因和它的把握程度；只写一句话的视为已确认。状态为待补充的不写进说明。下面可以看依据、挑现成的。 */
export function FillReason({
  field,
  problem,
  session,
  onChange,
}: {
  readonly field: FieldData;
  readonly problem: string | null;
  readonly session: DraftSession;
  readonly onChange: (value: unknown) => void;
}) {
  const styles = useStyles();
  const plain = typeof field.value === "string";
  const record = plain ? { 内容: field.value } : recordOf(field.value);
  const text = textOf(record.内容);
  const status = textOf(record.状态) || "已确认";
  return (
    <div className={styles.box}>
      <Field
        label={field.label}
        hint={<FieldHints field={field} />}
        {...(problem === null
          ? {}
          : { validationState: "error" as const, validationMessage: problem })}
      >
        <Textarea
          value={text}
          resize="vertical"
          onChange={(_, { value }) =>
            onChange(value === "" ? undefined : withKey({ ...record, 状态: status }, "内容", value))
          }
        />
      </Field>
      {text !== "" && (
        <Field label="把握程度" orientation="horizontal">
          <Select
            className={styles.status}
            size="small"
            value={status}
            onChange={(_, { value }) => onChange(withKey({ ...record, 内容: text }, "状态", value))}
          >
            {STATUSES.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <ReasonAids
        path={field.path}
        session={session}
        onRewrite={(words) => onChange({ 内容: words, 状态: "据表推断" })}
      />
      {text !== "" && status === "已确认" && (
        <div>
          <Button size="small" onClick={() => session.keepCause(field.path, text)}>
            记进原因库
          </Button>
        </div>
      )}
    </div>
  );
}
