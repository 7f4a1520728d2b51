import { Button } from "@fluentui/react-components";
import type { DraftSession } from "../../session/draft-session.ts";
import type { DraftSessionState } from "../../session/draft-session-state.ts";
import type { KeeperState } from "../../session/stored-data-keeper.ts";
import { FailureBar } from "../shell/failure-bar.tsx";
import { Message } from "../shell/message.tsx";

/** 没做成的事、做成的事、保存的情形，各一条。 */
export function DraftMessages({
  session,
  state: { failure, notice, undo },
  keeper,
  onSave,
}: {
  readonly session: DraftSession;
  readonly state: DraftSessionState;
  readonly keeper: KeeperState;
  readonly onSave: () => void;
}) {
  return (
    <>
      {failure !== null && <FailureBar failure={failure} onDismiss={session.dismiss} />}
      {notice !== null && (
        <Message
          intent="info"
          onDismiss={session.dismiss}
          action={
            undo !== null && (
              <Button size="small" onClick={() => session.undo(undo)}>
                撤销
              </Button>
            )
          }
        >
          {notice}
        </Message>
      )}
      {keeper.problem !== null && (
        <Message intent="warning" title="保存的数据有损坏">
          {keeper.problem}
        </Message>
      )}
      {keeper.failure !== null && (
        <Message
          intent="error"
          title="没有随工作簿保存"
          action={
            <Button size="small" onClick={onSave}>
              再试一次
            </Button>
          }
        >
          {keeper.failure}
        </Message>
      )}
    </>
  );
}
