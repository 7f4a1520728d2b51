import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type DragEvent, useEffect, useMemo, useRef, useState } from "react";
import { auditConclusion, auditCounts } from "../../../src/publish/audit-summary.ts";
import { openAuditSession } from "../../session/audit-session.ts";
import { copyText } from "../check/copy-text.ts";
import { useWide } from "../check/use-wide.ts";
import { useAnnounce } from "../shell/announcer.tsx";
import { FailureBar } from "../shell/failure-bar.tsx";
import { Message } from "../shell/message.tsx";
import type { OpenedWorkbook } from "../shell/opened-workbook.ts";
import { panelStyle } from "../shell/panel-styles.ts";
import { TaskProgress } from "../shell/task-progress.tsx";
import { useStore } from "../shell/use-store.ts";
import { AuditResults } from "./audit-results.tsx";
import { AuditStart } from "./audit-start.tsx";
import { AuditSummary } from "./audit-summary.tsx";
import { LetterView } from "./letter-view.tsx";

const useStyles = makeStyles({
  panel: panelStyle,
  dropping: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: "-6px" },
  top: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "center" },
  name: { flexGrow: 1, flexBasis: "140px", minWidth: 0, overflowWrap: "anywhere" },
});

/** 原文与问题并排所需的宽度。 */
const WIDE = 720;

/** 面板“审稿”。 */
export function AuditPanel({
  opened: { host, keeper, session: workbook },
}: {
  readonly opened: OpenedWorkbook;
}) {
  const styles = useStyles();
  const announce = useAnnounce();
  const [session] = useState(() => openAuditSession(host, keeper, workbook));
  const state = useStore(session);
  const { busy: checking, outcome: checked } = useStore(workbook);
  const box = useRef<HTMLElement>(null);
  const wide = useWide(box, WIDE);
  const [dropping, setDropping] = useState(false);
  const { outcome, failure, notice, revision, stale } = state;
  const busy = state.busy === null ? null : (checking ?? state.busy);

  useEffect(() => () => session.close(), [session]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: 只在有新结果时念
  useEffect(() => {
    if (outcome === null) return;
    const first = outcome.warnings[0]?.title;
    announce(
      `审稿完成。${first === undefined ? "" : `${first}。`}${auditConclusion(outcome.result)}：${auditCounts(outcome.result.findings)}。`,
    );
  }, [revision]);
  useEffect(() => {
    if (notice !== null) announce(notice);
  }, [notice, announce]);

  const formOf = useMemo(() => {
    const forms = new Map(checked?.current.tables.map(({ sheet, form }) => [sheet, form.id]));
    return (sheet: string) => forms.get(sheet) ?? sheet;
  }, [checked]);

  const copy = async (text: string, done: string) => {
    const copied = await copyText(text);
    session.tell(copied ? done : "剪贴板用不了：请点开“看一遍全文”，选中以后复制。");
  };
  const openFile = async (file: File) =>
    session.auditFile(file.name, new Uint8Array(await file.arrayBuffer()));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDropping(false);
    const [file] = event.dataTransfer.files;
    const text = event.dataTransfer.getData("text/plain");
    if (file !== undefined) void openFile(file);
    else if (text !== "") void session.auditText(text);
  };

  return (
    <section
      ref={box}
      className={mergeClasses(styles.panel, dropping && styles.dropping)}
      aria-label="审稿"
      aria-busy={busy !== null}
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={drop}
      onKeyDown={(event) => {
        if (event.key !== "F8" || outcome === null) return;
        event.preventDefault();
        session.step(event.shiftKey ? -1 : 1);
      }}
    >
      <TaskProgress busy={busy} onCancel={session.cancel} />
      {failure !== null && (
        <FailureBar
          failure={failure}
          onRetry={() => void session.retry()}
          onDismiss={session.dismissFailure}
        />
      )}
      {notice !== null && (
        <Message intent="info" onDismiss={session.dismissNotice}>
          {notice}
        </Message>
      )}
      {outcome === null ? (
        <AuditStart
          busy={busy !== null}
          onText={(text) => void session.auditText(text)}
          onFile={(file) => void openFile(file)}
          onSheet={() => void session.auditSheet()}
        />
      ) : (
        <>
          <div className={styles.top}>
            <div className={styles.name}>{outcome.source.name}</div>
            <Button
              size="small"
              disabledFocusable={busy !== null}
              onClick={() => void session.again()}
            >
              重新审
            </Button>
            <Button size="small" onClick={session.discard}>
              换一份
            </Button>
          </div>
          {stale && (
            <Message
              intent="warning"
              action={
                <Button size="small" onClick={() => void session.again()}>
                  对照现在的表重新审
                </Button>
              }
            >
              审完以后表有改动，下面还是对照改动以前的表。
            </Message>
          )}
          <AuditSummary outcome={outcome} onCompareAnyway={() => void session.compareAnyway()} />
          <AuditResults
            outcome={outcome}
            state={state}
            session={session}
            wide={wide}
            formOf={formOf}
            letter={
              <LetterView
                outcome={outcome}
                state={state}
                session={session}
                canDownload={host.capabilities.download}
                onCopy={() =>
                  void session
                    .letter()
                    .then((text) => copy(text, "已复制整改意见，可以贴到 Word 里。"))
                }
              />
            }
            onCopy={({ finding }) => void copy(finding.message, "已复制这一条。")}
          />
        </>
      )}
    </section>
  );
}
