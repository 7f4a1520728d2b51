import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";

/** 一条消息；给了 `onDismiss` 的可以关闭。 */
export function Message({
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
      {(action !== undefined || onDismiss !== undefined) && (
        <MessageBarActions
          containerAction={
            onDismiss === undefined ? undefined : (
              <Button
                appearance="transparent"
                aria-label="关闭这条消息"
                icon={<DismissRegular />}
                onClick={onDismiss}
              />
            )
          }
        >
          {action}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
