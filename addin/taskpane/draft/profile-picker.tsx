import {
  Button,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Select,
  tokens,
} from "@fluentui/react-components";
import type { TemplateMistake } from "../../../src/narrative/templates/mistake.ts";
import type { DraftSession } from "../../session/draft-session.ts";
import { profileInUse } from "../../session/draft-session-profile.ts";
import { SHIPPED_PROFILES } from "../../session/draft-session-profile-actions.ts";
import type { DraftSessionState } from "../../session/draft-session-state.ts";
import type { KeptProfile } from "../../session/stored-data.ts";
import { FilesPicker } from "./file-picker.tsx";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  select: { maxWidth: "420px", "& > select": { width: "100%", minWidth: 0 } },
  text: { margin: 0 },
  mistakes: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: "anywhere" },
  place: { fontWeight: tokens.fontWeightSemibold },
});

/** 选单里代表自己的一套；随附的名称不会带斜杠。 */
const OWN = "/自己的";

/** 选说明模板：随附的，或自己改的一套；写错的逐处列出，不用来起草。 */
export function ProfilePicker({
  session,
  state: { composed, refusedProfile, busy },
  kept,
  canDownload,
}: {
  readonly session: DraftSession;
  readonly state: DraftSessionState;
  readonly kept: KeptProfile;
  readonly canDownload: boolean;
}) {
  const styles = useStyles();
  const broken = profileInUse(kept).mistakes;
  const pick = async (files: readonly File[]) =>
    session.pickProfile(
      folderOf(files),
      await Promise.all(
        files.map(async (file) => ({
          name: nameInFolder(file),
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      ),
    );
  return (
    <div className={styles.box}>
      <Field
        label="用哪一套"
        hint="每句话怎么说，由模板定；换模板只换说法，不换数，改过的段落照旧保留。"
      >
        <Select
          className={styles.select}
          value={kept.usesOwn ? OWN : (kept.shipped ?? "")}
          onChange={(_, { value }) => {
            if (value === OWN) session.chooseOwnProfile();
            else session.chooseProfile(value === "" ? null : value);
          }}
        >
          <option value="">
            {composed === null ? "依级别" : `依级别（四川${composed.drafted.level}）`}
          </option>
          {SHIPPED_PROFILES.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
          {kept.own !== null && <option value={OWN}>{`自己的：${kept.own.name}`}</option>}
        </Select>
      </Field>
      <div className={styles.buttons}>
        <FilesPicker
          label="选自己的模板文件夹"
          accept=""
          of="folder"
          disabled={busy !== null}
          onPick={(files) => void pick(files)}
        />
        <FilesPicker
          label="选几个模板文件"
          accept=".txt,.yaml"
          of="files"
          disabled={busy !== null}
          onPick={(files) => void pick(files)}
        />
        {canDownload && (
          <Button disabledFocusable={busy !== null} onClick={() => void session.copyProfile()}>
            复制成自己的写法文件
          </Button>
        )}
      </div>
      {!canDownload && (
        <p className={styles.text}>
          这里不能下载文件：要抄一份模板来改，请在工作台（浏览器页面）里做。
        </p>
      )}
      {broken.length > 0 && (
        <Mistakes title="选的模板用不了，现在按级别用随附的" mistakes={broken} />
      )}
      {refusedProfile !== null && (
        <Mistakes
          title={`没有用“${refusedProfile.name}”：有 ${refusedProfile.mistakes.length} 处写错`}
          mistakes={refusedProfile.mistakes}
          onDismiss={session.dismiss}
        />
      )}
    </div>
  );
}

function Mistakes({
  title,
  mistakes,
  onDismiss,
}: {
  readonly title: string;
  readonly mistakes: readonly TemplateMistake[];
  readonly onDismiss?: () => void;
}) {
  const styles = useStyles();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <ul className={styles.mistakes}>
          {mistakes.map(({ file, line, column, what, why, todo }) => (
            <li key={`${file}:${line}:${column}:${what}`}>
              <span className={styles.place}>
                {file}:{line}:{column}
              </span>{" "}
              {what}
              {why}
              {todo}
            </li>
          ))}
        </ul>
      </MessageBarBody>
      {onDismiss !== undefined && (
        <MessageBarActions>
          <Button size="small" onClick={onDismiss}>
            知道了
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** 选的是文件夹时的文件夹名；只选了几个文件的没有名字。 */
function folderOf(files: readonly File[]): string {
  const [folder, ...rest] = (files[0]?.webkitRelativePath ?? "").split("/");
  return rest.length > 0 && folder !== undefined ? folder : "自己的写法";
}

/** 在所选文件夹里的名称；再下一层的带着那一层的名字，由模板的检查说不认识它。 */
function nameInFolder({ name, webkitRelativePath }: File): string {
  return webkitRelativePath === "" ? name : webkitRelativePath.split("/").slice(1).join("/");
}
