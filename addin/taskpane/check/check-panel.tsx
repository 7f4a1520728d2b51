import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { conclusion } from "../../../src/publish/check-report.ts";
import type { ListedFinding } from "../../session/workbook-session-state.ts";
import type { PanelOptions } from "../mount-panels.tsx";
import { useAnnounce } from "../shell/announcer.tsx";
import { FailureBar } from "../shell/failure-bar.tsx";
import { Message } from "../shell/message.tsx";
import type { OpenedWorkbook } from "../shell/opened-workbook.ts";
import { panelStyle } from "../shell/panel-styles.ts";
import { TaskProgress } from "../shell/task-progress.tsx";
import { useStore } from "../shell/use-store.ts";
import { AcceptedList } from "./accepted-list.tsx";
import { checkReport } from "./check-report.ts";
import { CheckStart } from "./check-start.tsx";
import { CheckSummary } from "./check-summary.tsx";
import { copyText } from "./copy-text.ts";
import { Culprits } from "./culprits.tsx";
import { FindingsSection } from "./findings-section.tsx";
import { NotRun } from "./not-run.tsx";
import { RecheckNote, recheckText } from "./recheck-note.tsx";
import { TablesOverview } from "./tables-overview.tsx";
import { useWide } from "./use-wide.ts";

const useStyles = makeStyles({
  panel: panelStyle,
  top: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "center" },
  file: { flexGrow: 1, flexBasis: "160px", minWidth: 0, overflowWrap: "anywhere" },
  main: { minWidth: "96px" },
});

/** 并排显示清单和详情所需的宽度。 */
const WIDE = 900;

/** 面板“核对”。 */
export function CheckPanel({
  opened: { session },
  options,
}: {
  readonly opened: OpenedWorkbook;
  readonly options: PanelOptions;
}) {
  const styles = useStyles();
  const announce = useAnnounce();
  const state = useStore(session);
  const box = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wide = useWide(box, WIDE);
  const { outcome, busy, failure, notice, revision, recheck, pending, justAccepted } = state;

  const nameOf = (sheet: string) =>
    outcome?.current.tables.find((table) => table.sheet === sheet)?.form.id ?? sheet;

  // 每有一次新结果念一次；名字、结论都取当时的，所以只随次数变。
  // biome-ignore lint/correctness/useExhaustiveDependencies: 只在有新结果时念
  useEffect(() => {
    if (outcome === null) return;
    const again = recheck === null ? "核对完成。" : recheckText(recheck, nameOf);
    announce(`${again}${conclusion(checkReport(outcome))}，共 ${outcome.open.length} 条问题。`);
  }, [revision]);

  const copy = async (text: string, done: string) => {
    session.say((await copyText(text)) ? done : "剪贴板用不了：请改用“写成工作表”，再从表里复制。");
  };
  const copyOne = ({ finding }: ListedFinding) =>
    void copy(`［${finding.rule}］${finding.message}`, "已复制这一条。");

  const copyAll = async () => {
    if (outcome === null) return;
    const { writeCheckText } = await import("../../../src/publish/check-text.ts");
    await copy(writeCheckText(checkReport(outcome)), "已复制全部核对结果。");
  };

  const insert = async () => {
    if (outcome === null) return;
    const { findingsSheet } = await import("./findings-sheet.ts");
    await session.insert({ model: findingsSheet(outcome), charts: [] });
  };

  return (
    <section ref={box} className={styles.panel} aria-label="核对" aria-busy={busy !== null}>
      <div className={styles.top}>
        <Button
          ref={button}
          appearance="primary"
          size="large"
          className={styles.main}
          disabledFocusable={busy !== null}
          onClick={() => void session.check()}
        >
          核对
        </Button>
        {state.fileName !== null && <div className={styles.file}>{state.fileName}</div>}
      </div>
      <TaskProgress busy={busy} onCancel={session.cancel} />
      {failure !== null && (
        <FailureBar
          failure={failure}
          onRetry={() => void session.retry()}
          onDismiss={session.dismissFailure}
        />
      )}
      {(notice !== null || justAccepted !== null) && (
        <Message
          intent="info"
          onDismiss={session.dismissNotice}
          action={
            justAccepted !== null && (
              <Button size="small" onClick={() => void session.withdraw(justAccepted)}>
                撤销
              </Button>
            )
          }
        >
          {notice ?? "已记下理由，这一条不再计较。"}
        </Message>
      )}
      {outcome === null ? (
        <>
          <CheckStart place={options.place} canOpenSample={options.onOpenSample !== undefined} />
          {options.onOpenSample !== undefined && (
            <div>
              <Button onClick={options.onOpenSample}>打开示例</Button>
            </div>
          )}
        </>
      ) : (
        <>
          <CheckSummary outcome={outcome} />
          <RecheckNote pending={pending} recheck={recheck} nameOf={nameOf} />
          <Culprits
            culprits={outcome.culprits}
            nameOf={nameOf}
            onReveal={(cell) => void session.reveal(cell)}
          />
          <FindingsSection
            outcome={outcome}
            session={session}
            selected={state.selected}
            selectedFrom={state.selectedFrom}
            wide={wide}
            fallbackFocus={button}
            onCopy={copyOne}
          />
          <div className={styles.top}>
            <Button onClick={() => void copyAll()}>复制全部</Button>
            <Button disabledFocusable={busy !== null} onClick={() => void insert()}>
              写成工作表
            </Button>
          </div>
          <div>
            <TablesOverview
              outcome={outcome}
              onReveal={(sheet) => void session.revealSheet(sheet)}
            />
            <AcceptedList
              entries={outcome.accepted}
              onWithdraw={(accepted) => void session.withdraw(accepted)}
            />
            <NotRun outcome={outcome} />
          </div>
        </>
      )}
    </section>
  );
}
