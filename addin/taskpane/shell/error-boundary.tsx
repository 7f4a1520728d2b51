import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { Fold } from "./fold.tsx";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
  },
  detail: { overflowWrap: "anywhere" },
});

/** 页面本身出了错：说明白、不白屏，可以重试。 */
function PageFailure({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry: () => void;
}) {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>这个页面出了错</MessageBarTitle>
          工作簿没有被改动，已保存的填报还在。请重试；仍不行的，请关闭窗格后重新打开。
        </MessageBarBody>
      </MessageBar>
      <div>
        <Button appearance="primary" onClick={onRetry}>
          重试
        </Button>
      </div>
      <Fold title="给技术人员看的信息">
        <p className={styles.detail}>
          {error instanceof Error ? `${error.name}: ${error.message}` : String(error)}
        </p>
      </Fold>
    </div>
  );
}

interface State {
  readonly failed: { readonly error: unknown } | null;
  readonly attempt: number;
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: null, attempt: 0 };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: { error } };
  }

  override render() {
    const { failed, attempt } = this.state;
    if (failed === null) return <div key={attempt}>{this.props.children}</div>;
    return (
      <PageFailure
        error={failed.error}
        onRetry={() => this.setState({ failed: null, attempt: attempt + 1 })}
      />
    );
  }
}
