import { Button, makeStyles, Spinner } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { replaceStale } from "../../../src/narrative/redraft/stale-figures.ts";
import { openDraftSession } from "../../session/draft-session.ts";
import { acceptedRemarks } from "../../session/draft-session-readiness.ts";
import { useAnnounce } from "../shell/announcer.tsx";
import type { OpenedWorkbook } from "../shell/opened-workbook.ts";
import { panelStyle, stickyBarStyle } from "../shell/panel-styles.ts";
import { TaskProgress } from "../shell/task-progress.tsx";
import { useStore } from "../shell/use-store.ts";
import { ViewSwitch } from "../shell/view-switch.tsx";
import { DraftMessages } from "./draft-messages.tsx";
import { DraftOptions } from "./draft-options.tsx";
import { DraftOutputs } from "./draft-outputs.tsx";
import { draftStatus } from "./draft-status.ts";
import { DraftText } from "./draft-text.tsx";
import { FillView } from "./fill-view.tsx";
import { HistoryView } from "./history-view.tsx";
import { MergeView } from "./merge-view.tsx";
import { focusGap, focusPlace } from "./next-gap.ts";
import { OpenPlace } from "./open-place.tsx";
import { draftOutputs } from "./outputs.ts";
import type { TextTarget } from "./readiness-item.tsx";
import { ReadinessView } from "./readiness-view.tsx";

type View = "text" | "fill" | "ready" | "history" | "options";

const VIEWS: readonly { readonly view: View; readonly title: string }[] = [
  { view: "text", title: "说明" },
  { view: "fill", title: "填报" },
  { view: "ready", title: "公开" },
  { view: "history", title: "版本" },
  { view: "options", title: "选项" },
];

const useStyles = makeStyles({
  panel: panelStyle,
  bar: stickyBarStyle,
  status: { flexGrow: 1, flexBasis: "140px" },
});

/** 面板“起草说明”。 */
export function DraftPanel({ opened }: { readonly opened: OpenedWorkbook }) {
  const styles = useStyles();
  const announce = useAnnounce();
  const { host, keeper, session: workbook } = opened;
  const [session] = useState(() => openDraftSession(host, keeper, workbook));
  const state = useStore(session);
  const kept = useStore(keeper);
  const { busy: checking, outcome } = useStore(workbook);
  const [view, setView] = useState<View>("text");
  const box = useRef<HTMLElement>(null);
  /** 从“公开”点过来，要到的一处。 */
  const [target, setTarget] = useState<TextTarget | null>(null);
  const outputs = draftOutputs(session, host);
  const { composed, merge } = state;
  const busy = state.busy ?? checking;

  useEffect(() => {
    void session.start();
    return () => session.close();
  }, [session]);

  const status = composed === null ? "" : draftStatus(composed);
  useEffect(() => {
    if (status !== "") announce(status);
  }, [status, announce]);
  useEffect(() => {
    if (state.notice !== null) announce(state.notice);
  }, [state.notice, announce]);

  useEffect(() => {
    if (target === null || box.current === null) return;
    setTarget(null);
    if (!focusPlace(box.current, target.section, target.start)) announce("说明里找不到这一处。");
  }, [target, announce]);

  const nextGap = (step: 1 | -1) => {
    if (box.current === null) return;
    if (!focusGap(box.current, step)) announce("没有待补充、没有确认的了。");
  };

  return (
    <section
      ref={box}
      className={styles.panel}
      aria-label="起草说明"
      aria-busy={busy !== null}
      onKeyDown={(event) => {
        if (event.key !== "F8" || view !== "text") return;
        event.preventDefault();
        nextGap(event.shiftKey ? -1 : 1);
      }}
    >
      <TaskProgress busy={busy} onCancel={session.cancel} />
      <DraftMessages
        session={session}
        state={state}
        keeper={kept}
        onSave={() => void keeper.flush().catch(() => {})}
      />
      {merge !== null ? (
        <MergeView merge={merge} session={session} busy={busy !== null} />
      ) : composed === null ? (
        <NotDrafted noTables={state.noTables} busy={busy !== null} onRetry={session.start} />
      ) : (
        <>
          <DraftOutputs
            inserted={state.inserted}
            canDownload={host.capabilities.download}
            busy={busy !== null}
            onInsert={() => void session.insert()}
            onCopy={() => void outputs.copyAll(composed)}
            onDownload={() => void session.downloadDocx()}
          />
          <div className={styles.bar}>
            <ViewSwitch label="起草的几个页面" views={VIEWS} view={view} onChoose={setView} />
            <span className={styles.status}>{status}</span>
            {view === "text" && composed.gaps + composed.proposals > 0 && (
              <Button size="small" title="F8；上一处：Shift+F8" onClick={() => nextGap(1)}>
                下一处
              </Button>
            )}
          </div>
          {view === "text" && (
            <DraftText
              composed={composed}
              session={session}
              actions={{
                onEdit: session.edit,
                onReset: session.reset,
                onReplace: (id, text, figure) => session.edit(id, replaceStale(text, figure)),
                onKeep: session.keepEdit,
                onReveal: (source) => void session.reveal(source),
                onCopy: (paragraph) => void outputs.copyOne(paragraph),
                renderGap: (paragraph, place) => (
                  <OpenPlace
                    paragraph={paragraph}
                    place={place}
                    composed={composed}
                    state={state}
                    data={kept.data}
                    session={session}
                  />
                ),
              }}
            />
          )}
          {view === "fill" && <FillView composed={composed} data={kept.data} session={session} />}
          {view === "ready" && (
            <ReadinessView
              session={session}
              basis={[composed, outcome, kept.data.accepted]}
              accepted={acceptedRemarks(kept.data)}
              onText={(place) => {
                setView("text");
                setTarget(place);
              }}
            />
          )}
          {view === "history" && <HistoryView versions={session.listHistory()} session={session} />}
          {view === "options" && (
            <DraftOptions
              session={session}
              state={state}
              data={kept.data}
              canDownload={host.capabilities.download}
              onExport={() => void outputs.exportInputs(composed)}
            />
          )}
        </>
      )}
    </section>
  );
}

function NotDrafted({
  noTables,
  busy,
  onRetry,
}: {
  readonly noTables: boolean;
  readonly busy: boolean;
  readonly onRetry: () => Promise<void>;
}) {
  if (busy) return <Spinner label="正在起草…" />;
  return (
    <div>
      <p>
        {noTables
          ? "这本工作簿里没有认出部门决算表，不能起草。请打开部门决算软件导出的工作簿（有财决01 至财决12 等表）；在“核对”里可以看到每张工作表没有认出来的原因。"
          : "还没有起草。"}
      </p>
      <Button appearance="primary" onClick={() => void onRetry()}>
        起草
      </Button>
    </div>
  );
}
