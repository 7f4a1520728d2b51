import { Button } from "@fluentui/react-components";
import type { HostFailure } from "../../host/host.ts";
import type { SessionFailure } from "../../session/workbook-session-state.ts";
import { Message } from "./message.tsx";

/** 各种做不成的事的标题。 */
const FAILURE_TITLES: Readonly<Record<HostFailure["code"], string>> = {
  "protected-workbook": "工作簿受保护",
  "protected-sheet": "工作表受保护",
  "read-only": "工作簿是只读的",
  "editing-cell": "正在编辑单元格",
  "foreign-sheet": "有同名的工作表",
  "too-large": "工作簿太大",
  cancelled: "已取消",
  "not-supported": "这个版本的 Excel 做不到",
  gone: "要找的内容不在了",
  unknown: "没有做成",
};

/** 没做成的事：是什么、为什么、下一步怎么办；给了 `onRetry` 的可以重试。 */
export function FailureBar({
  failure,
  onRetry,
  onDismiss,
}: {
  readonly failure: Omit<SessionFailure, "doing">;
  readonly onRetry?: () => void;
  readonly onDismiss: () => void;
}) {
  return (
    <Message
      intent="error"
      title={FAILURE_TITLES[failure.code]}
      onDismiss={onDismiss}
      action={
        onRetry !== undefined && (
          <Button size="small" onClick={onRetry}>
            重试
          </Button>
        )
      }
    >
      {failure.what}
      {failure.todo}
      {failure.detail !== null && (
        <details>
          <summary>给技术人员看的信息</summary>
          {failure.detail}
        </details>
      )}
    </Message>
  );
}
