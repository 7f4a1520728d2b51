import {
  Button,
  Field,
  Input,
  makeStyles,
  Select,
  Subtitle2,
  tokens,
} from "@fluentui/react-components";
import { defaultStyle } from "../../../src/narrative/style.ts";
import type { DraftSession } from "../../session/draft-session.ts";
import type { DraftSessionState } from "../../session/draft-session-state.ts";
import type { StoredData } from "../../session/stored-data.ts";
import { valueAt } from "../../session/stored-data-inputs.ts";
import { FilePicker } from "./file-picker.tsx";
import { textOf } from "./fill-value.ts";
import { PriorPicker } from "./prior-picker.tsx";
import { ProfilePicker } from "./profile-picker.tsx";
import { choiceLabel, STYLE_CHOICES } from "./style-choices.ts";

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

/** 上年工作簿、说明模板、级别与写法、填报文件的导入导出。 */
export function DraftOptions({
  session,
  state,
  data,
  canDownload,
  onExport,
}: {
  readonly session: DraftSession;
  readonly state: DraftSessionState;
  readonly data: StoredData;
  readonly canDownload: boolean;
  readonly onExport: () => void;
}) {
  const styles = useStyles();
  const year = state.composed?.drafted.year;
  const style = state.composed?.profileStyle ?? defaultStyle;
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
      <section className={styles.group} aria-labelledby="draft-profile">
        <Subtitle2 as="h2" id="draft-profile">
          说明模板
        </Subtitle2>
        <ProfilePicker
          session={session}
          state={state}
          kept={data.profile}
          canDownload={canDownload}
        />
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
          <Field label="写多少" className={styles.field}>
            <Select
              className={styles.select}
              value={valueAt(data, ["整本"]) === true ? "整本" : ""}
              onChange={(_, { value }) => session.fill(["整本"], value === "" ? undefined : true)}
            >
              <option value="">第二部分和名词解释</option>
              <option value="整本">整本决算公开（封面、目录、五个部分）</option>
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
          {STYLE_CHOICES.map((choice) => (
            <Field key={choice.key} label={choice.key} className={styles.field}>
              <Select
                className={styles.select}
                value={choiceText(valueAt(data, ["写法", choice.key]))}
                onChange={(_, { value }) =>
                  session.fill(
                    ["写法", choice.key],
                    choice.options.find((option) => String(option.value) === value)?.value,
                  )
                }
              >
                <option value="">{`随模板（${choiceLabel(choice, choice.of(style))}）`}</option>
                {choice.options.map(({ value, label }) => (
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

function choiceText(value: unknown): string {
  if (value === true) return "是";
  if (value === false) return "否";
  return textOf(value);
}
