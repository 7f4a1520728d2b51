import { Field, Input, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import type { DraftSession } from "../../session/draft-session.ts";
import type { FillField as FieldData } from "../../session/draft-session-fields.ts";
import type { StoredData } from "../../session/stored-data.ts";
import { valueAt } from "../../session/stored-data-inputs.ts";
import { FieldHints } from "./field-hints.tsx";
import { FillByName } from "./fill-by-name.tsx";
import { FillList } from "./fill-list.tsx";
import { FillReason } from "./fill-reason.tsx";
import { countOf, textOf } from "./fill-value.ts";

const useStyles = makeStyles({
  number: { maxWidth: "260px" },
  input: { width: "100%", minWidth: 0 },
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
});

export type FillValue = (path: readonly string[], value: unknown) => void;

/** 现在填着的值；`field` 是上次起草时的，打字比重新起草快，要用这个。 */
export function withTyped(field: FieldData, data: StoredData): FieldData {
  return { ...field, value: valueAt(data, field.path) };
}

/** 要人填的一栏；`problem` 为写错的说法。改了即存，稍后自动重新起草。 */
export function FillField({
  field,
  problem,
  session,
  onFill = session.fill,
}: {
  readonly field: FieldData;
  readonly problem: string | null;
  readonly session: DraftSession;
  readonly onFill?: FillValue;
}) {
  const styles = useStyles();
  const { content, path, value } = field;
  const set = (next: unknown) => onFill(path, next);
  if (content.kind === "list") return <FillList field={field} problem={problem} onChange={set} />;
  if (content.kind === "byName") {
    return <FillByName field={field} problem={problem} onChange={set} />;
  }
  if (content.kind === "reason") {
    return <FillReason field={field} problem={problem} session={session} onChange={set} />;
  }
  const text = textOf(value);
  return (
    <div className={styles.box}>
      <Field
        label={field.label}
        hint={<FieldHints field={field} />}
        {...(problem === null
          ? {}
          : { validationState: "error" as const, validationMessage: problem })}
      >
        {content.kind === "text" ? (
          <Textarea
            value={text}
            resize="vertical"
            onChange={(_, { value: typed }) => set(typed === "" ? undefined : typed)}
          />
        ) : content.kind === "count" || content.kind === "yuan" ? (
          <Input
            className={styles.number}
            input={{ className: styles.input }}
            value={text}
            inputMode="decimal"
            contentAfter={content.kind === "yuan" ? "元" : undefined}
            onChange={(_, { value: typed }) =>
              set(content.kind === "count" ? countOf(typed) : typed === "" ? undefined : typed)
            }
          />
        ) : (
          <Select
            value={text === "true" ? "是" : text === "false" ? "否" : text}
            onChange={(_, { value: chosen }) => set(chosen === "" ? undefined : chosen)}
          >
            <option value="">（没有填）</option>
            {(content.kind === "choice" ? content.options : ["是", "否"]).map((option) => (
              <option key={option} value={option}>
                {option}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
