import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { FillField as FieldData } from "../../session/draft-session-fields.ts";
import { FieldHints } from "./field-hints.tsx";
import { countOf, recordOf, textOf, withKey } from "./fill-value.ts";

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
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  cell: { width: "130px" },
  field: { minWidth: 0, width: "100%" },
  input: { width: "100%", minWidth: 0 },
  problem: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
});

/** 以名称（如车型）为键的一组：每个名称一行。 */
export function FillByName({
  field,
  problem,
  onChange,
}: {
  readonly field: FieldData;
  readonly problem: string | null;
  readonly onChange: (value: unknown) => void;
}) {
  const styles = useStyles();
  const { content } = field;
  if (content.kind !== "byName") return null;
  const filled = recordOf(field.value);
  const names = [...new Set([...content.names, ...Object.keys(filled)])];
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{field.label}</legend>
      <div className={styles.hint}>
        <FieldHints field={field} />
      </div>
      <div className={styles.row}>
        {names.flatMap((name) =>
          content.columns.map((column) => (
            <Field
              key={`${name}/${column.key}`}
              label={`${name}${column.key}`}
              className={styles.cell}
            >
              <Input
                className={styles.field}
                input={{ className: styles.input }}
                inputMode="decimal"
                contentAfter={column.kind === "yuan" ? "元" : undefined}
                value={textOf(
                  column.key === "" ? filled[name] : recordOf(filled[name])[column.key],
                )}
                onChange={(_, { value: typed }) => {
                  const value =
                    column.kind === "count" ? countOf(typed) : typed === "" ? undefined : typed;
                  const inner =
                    column.key === "" ? value : withKey(recordOf(filled[name]), column.key, value);
                  onChange(withKey(filled, name, inner));
                }}
              />
            </Field>
          )),
        )}
      </div>
      {problem !== null && <div className={styles.problem}>{problem}</div>}
    </fieldset>
  );
}
