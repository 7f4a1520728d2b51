import { Input, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode, Ref } from "react";
import type { FillField as FieldData } from "../../session/draft-session-fields.ts";
import { FieldHints } from "./field-hints.tsx";
import { countOf, textOf } from "./fill-value.ts";

const useStyles = makeStyles({
  group: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: "none",
  },
  legend: { padding: 0 },
  hint: { fontSize: tokens.fontSizeBase200 },
  field: { minWidth: 0, width: "100%" },
  input: { width: "100%", minWidth: 0 },
  problem: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
});

/** 要填好几格的一栏：名称、提示、各格，写错时说在下面。 */
export function FillGroup({
  field,
  problem,
  group,
  children,
}: {
  readonly field: FieldData;
  readonly problem: string | null;
  readonly group?: Ref<HTMLFieldSetElement>;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <fieldset ref={group} className={styles.group}>
      <legend className={styles.legend}>{field.label}</legend>
      <div className={styles.hint}>
        <FieldHints field={field} />
      </div>
      {children}
      {problem !== null && <div className={styles.problem}>{problem}</div>}
    </fieldset>
  );
}

/** 一组里的一格：文字、以元计的数或个数；清空为没有填。`first` 为这一条的第一格。 */
export function FillInput({
  kind,
  value,
  first = false,
  onChange,
}: {
  readonly kind: "text" | "yuan" | "count";
  readonly value: unknown;
  readonly first?: boolean;
  readonly onChange: (value: unknown) => void;
}) {
  const styles = useStyles();
  return (
    <Input
      className={styles.field}
      input={{ className: styles.input, ...(first ? { "data-first": "" } : {}) }}
      value={textOf(value)}
      contentAfter={kind === "yuan" ? "元" : undefined}
      {...(kind === "text" ? {} : { inputMode: "decimal" as const })}
      onChange={(_, { value: typed }) =>
        onChange(kind === "count" ? countOf(typed) : typed === "" ? undefined : typed)
      }
    />
  );
}
