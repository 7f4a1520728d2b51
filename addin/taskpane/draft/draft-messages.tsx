import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import type { DraftSession } from "../../session/draft-session.ts";
import type { DraftSessionState } from "../../session/draft-session-state.ts";
import type { KeeperState } from "../../session/stored-data-keeper.ts";
import { FAILURE_TITLES } from "../shell/failure-bar.tsx";

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
      {failure !== null && (
        <Message intent="error" title={FAILURE_TITLES[failure.code]} onDismiss={session.dismiss}>
          {failure.what}
          {failure.todo}
          {failure.detail !== null && (
            <details>
              <summary>给技术人员看的信息</summary>
              {failure.detail}
            </details>
          )}
        </Message>
      )}
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
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>没有随工作簿保存</MessageBarTitle>
            {keeper.failure}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={onSave}>
              再试一次
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </>
  );
}

function Message({
  intent,
  title,
  children,
  action,
  onDismiss,
}: {
  readonly intent: "error" | "info" | "warning";
  readonly title?: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
}) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>}
        {children}
      </MessageBarBody>
      {onDismiss !== undefined && (
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              aria-label="关闭这条消息"
              icon={<DismissRegular />}
              onClick={onDismiss}
            />
          }
        >
          {action}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
