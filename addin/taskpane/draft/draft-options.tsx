import {
  Button,
  Field,
  Input,
  makeStyles,
  Select,
  Subtitle2,
  tokens,
} from "@fluentui/react-components";
import type { DraftSession } from "../../session/draft-session.ts";
import type { DraftSessionState } from "../../session/draft-session-state.ts";
import type { StoredData } from "../../session/stored-data.ts";
import { valueAt } from "../../session/stored-data-inputs.ts";
import { FilePicker } from "./file-picker.tsx";
import { textOf } from "./fill-value.ts";
import { PriorPicker } from "./prior-picker.tsx";
import { STYLE_CHOICES } from "./style-choices.ts";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(200px, 1fr))",
    gap: tokens.spacingHorizontalM,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  text: { margin: 0 },
  field: { minWidth: 0 },
  select: { width: "100%", "& > select": { width: "100%", minWidth: 0 } },
  name: { maxWidth: "420px" },
});

/** 上年工作簿、级别与写法、填报文件的导入导出。 */
export function DraftOptions({
  session,
  state,
  data,
  onExport,
}: {
  readonly session: DraftSession;
  readonly state: DraftSessionState;
  readonly data: StoredData;
  readonly onExport: () => void;
}) {
  const styles = useStyles();
  const year = state.composed?.drafted.year;
  return (
    <div className={styles.page}>
      <section className={styles.group} aria-labelledby="draft-prior">
        <Subtitle2 as="h2" id="draft-prior">
          上年工作簿
        </Subtitle2>
        <PriorPicker session={session} state={state} />
        <Field label="上年单位名称（更名的才填）" className={styles.name}>
          <Input
            value={textOf(valueAt(data, ["上年单位名称"]))}
            onChange={(_, { value }) =>
              session.fill(["上年单位名称"], value === "" ? undefined : value)
            }
          />
        </Field>
      </section>
      <section className={styles.group} aria-labelledby="draft-style">
        <Subtitle2 as="h2" id="draft-style">
          级别与写法
        </Subtitle2>
        <div className={styles.grid}>
          <Field label="级别" className={styles.field}>
            <Select
              className={styles.select}
              value={textOf(valueAt(data, ["级别"]))}
              onChange={(_, { value }) => session.fill(["级别"], value === "" ? undefined : value)}
            >
              <option value="">
                {state.composed === null ? "依封面" : `依封面（${state.composed.drafted.level}）`}
              </option>
              <option value="部门">部门决算</option>
              <option value="单位">单位决算</option>
            </Select>
          </Field>
          {year === 0 && (
            <Field label="年度（表里没有写明）">
              <Input
                value={textOf(valueAt(data, ["年度"]))}
                inputMode="numeric"
                onChange={(_, { value }) =>
                  session.fill(["年度"], value === "" ? undefined : Number(value) || value)
                }
              />
            </Field>
          )}
          {STYLE_CHOICES.map(({ key, options, standard }) => (
            <Field key={key} label={key} className={styles.field}>
              <Select
                className={styles.select}
                value={choiceText(valueAt(data, ["写法", key]), standard)}
                onChange={(_, { value }) =>
                  session.fill(
                    ["写法", key],
                    options.find((option) => String(option.value) === value)?.value,
                  )
                }
              >
                {options.map(({ value, label }) => (
                  <option key={value} value={String(value)}>
                    {label}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
        </div>
      </section>
      <section className={styles.group} aria-labelledby="draft-file">
        <Subtitle2 as="h2" id="draft-file">
          填报文件
        </Subtitle2>
        <p className={styles.text}>
          填报的内容、写法、改过的段落随工作簿保存；也可以导出成一个文件，换一台电脑时导入，命令行也认它。
        </p>
        <div className={styles.buttons}>
          <Button onClick={onExport}>导出填报文件</Button>
          <FilePicker
            label="导入填报文件"
            accept=".yaml,.yml"
            onPick={async (file) => session.importYaml(await file.text(), file.name)}
          />
        </div>
      </section>
    </div>
  );
}

function choiceText(value: unknown, standard: string | number): string {
  if (value === true) return "是";
  if (value === false) return "否";
  return textOf(value) || String(standard);
}
