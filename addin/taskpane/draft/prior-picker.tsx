import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { DraftSession } from "../../session/draft-session.ts";
import type { DraftSessionState } from "../../session/draft-session-state.ts";
import { FilePicker } from "./file-picker.tsx";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  text: { margin: 0, overflowWrap: "anywhere" },
});

const FILES = ".xlsx,.xls,.xlsm,.et,.ods,.xml";

/** 选上年工作簿：有它才写得出增减。 */
export function PriorPicker({
  session,
  state: { prior, priorProblems, busy },
}: {
  readonly session: DraftSession;
  readonly state: DraftSessionState;
}) {
  const styles = useStyles();
  const pick = async (file: File) =>
    session.pickPrior(file.name, new Uint8Array(await file.arrayBuffer()));
  return (
    <div className={styles.box}>
      <p className={styles.text}>
        {prior === null
          ? "还没有给上年工作簿：与上年相比的句子都留成待补充。"
          : `上年工作簿：《${prior.fileName}》${prior.year === null ? "" : `（${prior.year}年度）`}`}
      </p>
      {priorProblems.map((problem) => (
        <MessageBar key={problem.rule} intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>没有用这本上年工作簿</MessageBarTitle>
            {problem.what}
            {problem.todo}
          </MessageBarBody>
        </MessageBar>
      ))}
      <div className={styles.buttons}>
        <FilePicker
          label={prior === null ? "选上年工作簿" : "换一本"}
          accept={FILES}
          disabled={busy !== null}
          onPick={(file) => void pick(file)}
        />
        {prior !== null && (
          <Button disabledFocusable={busy !== null} onClick={() => void session.dropPrior()}>
            不用上年数
          </Button>
        )}
      </div>
    </div>
  );
}
