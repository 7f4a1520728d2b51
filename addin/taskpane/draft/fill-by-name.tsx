import { Field, makeStyles, tokens } from "@fluentui/react-components";
import type { FillField as FieldData } from "../../session/draft-session-fields.ts";
import { FillGroup, FillInput } from "./fill-group.tsx";
import { recordOf, withKey } from "./fill-value.ts";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  cell: { width: "130px" },
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
    <FillGroup field={field} problem={problem}>
      <div className={styles.row}>
        {names.flatMap((name) =>
          content.columns.map(({ key, kind }) => (
            <Field key={`${name}/${key}`} label={`${name}${key}`} className={styles.cell}>
              <FillInput
                kind={kind}
                value={key === "" ? filled[name] : recordOf(filled[name])[key]}
                onChange={(value) =>
                  onChange(
                    withKey(
                      filled,
                      name,
                      key === "" ? value : withKey(recordOf(filled[name]), key, value),
                    ),
                  )
                }
              />
            </Field>
          )),
        )}
      </div>
    </FillGroup>
  );
}
