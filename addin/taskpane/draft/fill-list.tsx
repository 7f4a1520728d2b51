import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { useRef } from "react";
import type { FillField as FieldData, ListColumn } from "../../session/draft-session-fields.ts";
import { FillGroup, FillInput } from "./fill-group.tsx";
import { recordOf, textOf, withKey } from "./fill-value.ts";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    gap: tokens.spacingHorizontalXS,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  wide: { flexGrow: 1, flexBasis: "180px", minWidth: 0 },
  narrow: { width: "150px" },
});

/** 逐条填写的一栏；可以只写一段话的，另给一个框。 */
export function FillList({
  field,
  problem,
  onChange,
}: {
  readonly field: FieldData;
  readonly problem: string | null;
  readonly onChange: (value: unknown) => void;
}) {
  const styles = useStyles();
  const group = useRef<HTMLFieldSetElement>(null);
  const { content } = field;
  if (content.kind !== "list") return null;
  const rows: readonly unknown[] = Array.isArray(field.value) ? field.value : [];
  // 刚加的一条还空着，不急着说它写错。
  const blank = rows.some(
    (row) => row === "" || (typeof row === "object" && Object.keys(recordOf(row)).length === 0),
  );
  const plainRows = content.columns.every(({ key }) => key === "");
  const setRows = (next: readonly unknown[]) => onChange(next.length === 0 ? undefined : next);
  const add = () => {
    setRows([...rows, plainRows ? "" : {}]);
    // 等新的一行画出来，光标移进去。
    setTimeout(() => {
      const inputs = group.current?.querySelectorAll<HTMLElement>("[data-first]");
      inputs?.[inputs.length - 1]?.focus();
    });
  };
  return (
    <FillGroup field={field} problem={blank ? null : problem} group={group}>
      {content.prose && rows.length === 0 && (
        <Field label={`${field.label}：写成一段话`}>
          <Textarea
            value={textOf(field.value)}
            resize="vertical"
            onChange={(_, { value }) => onChange(value === "" ? undefined : value)}
          />
        </Field>
      )}
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: 各条没有编号，次序就是身份
        <div key={index} className={styles.row}>
          {content.columns.map((column, at) => (
            <ListInput
              key={column.key}
              label={`第 ${index + 1} 条${column.key}`}
              column={column}
              first={at === 0}
              value={plainRows ? row : recordOf(row)[column.key]}
              onChange={(value) =>
                setRows(
                  rows.map((each, other) =>
                    other !== index
                      ? each
                      : plainRows
                        ? (value ?? "")
                        : (withKey(recordOf(each), column.key, value) ?? {}),
                  ),
                )
              }
            />
          ))}
          <Button
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={`去掉第 ${index + 1} 条`}
            onClick={() => setRows(rows.filter((_, other) => other !== index))}
          />
        </div>
      ))}
      <div>
        <Button size="small" onClick={add} disabled={textOf(field.value) !== ""}>
          {rows.length === 0 ? "逐条填写" : "再加一条"}
        </Button>
      </div>
    </FillGroup>
  );
}

function ListInput({
  label,
  column,
  first,
  value,
  onChange,
}: {
  readonly label: string;
  readonly column: ListColumn;
  readonly first: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) {
  const styles = useStyles();
  const wide = column.kind === "text" && column.key !== "得分";
  return (
    <Field label={label} size="small" className={wide ? styles.wide : styles.narrow}>
      <FillInput kind={column.kind} value={value} first={first} onChange={onChange} />
    </Field>
  );
}
