import type { Paragraph, Proposal } from "../../src/narrative/draft.ts";
import { withText } from "./draft-session-changes.ts";
import {
  lastYearOf,
  type ReasonAids,
  reasonAids,
  withKeptCause,
  withProposal,
  withReason,
} from "./draft-session-reasons.ts";
import type { DraftSessionState } from "./draft-session-state.ts";
import type { SessionTools } from "./draft-session-tools.ts";
import type { StoredData } from "./stored-data.ts";
import { importYaml, withValueAt } from "./stored-data-inputs.ts";

/** 确认推断、挑选原因。 */
export interface ReasonActions {
  /** 写这一栏原因时可以看的依据、可以挑的原因；不是原因的栏为 null。 */
  reasonAids(path: readonly string[]): ReasonAids | null;
  /** 接受一处推断（或科目释义）；可以撤销。 */
  acceptProposal(paragraph: Paragraph, proposal: Proposal): void;
  /** 挑定一条原因，写进填报、状态为已确认；可以撤销。 */
  chooseCause(path: readonly string[], text: string): void;
  /** 把一句话记进本单位的原因库。 */
  keepCause(path: readonly string[], text: string): void;
  /** 读上年的填报文件，只取里面的原因和原因库。 */
  importLastYear(text: string, fileName: string): void;
  /** 撤销刚做的一步。 */
  undo(undo: NonNullable<DraftSessionState["undo"]>): void;
}

export function reasonActions(tools: SessionTools): ReasonActions {
  const { data, change, set, redraft } = tools;

  const edited = (each: StoredData, id: string, text: string) =>
    withText(each, id, text, tools.composed()?.notes.get(id)?.draftText ?? null);

  return {
    reasonAids(path) {
      const current = tools.current();
      return current === null ? null : reasonAids(path, current, tools.prior(), data());
    },
    acceptProposal(paragraph, proposal) {
      const done = withProposal(data(), paragraph, proposal);
      const { edit, undo } = done;
      change((each) => (edit === null ? done.data : edited(each, paragraph.id, edit)));
      redraft();
      set({ failure: null, notice: `已接受：${shortened(proposal.content)}`, undo });
    },
    chooseCause(path, text) {
      const { data: next, undo } = withReason(data(), path, text);
      change(() => next);
      redraft();
      set({ failure: null, notice: `已写上：${shortened(text)}`, undo });
    },
    keepCause(path, text) {
      change((each) => withKeptCause(each, path, text));
      set({ failure: null, notice: "已记进原因库，随工作簿保存。", undo: null });
    },
    importLastYear(text, fileName) {
      const imported = importYaml(text, fileName);
      const lastYear = imported.data === null ? null : lastYearOf(imported.data.inputs);
      if (lastYear === null) {
        const what = imported.findings[0]?.what ?? `《${fileName}》里没有填写原因。`;
        const todo = "请选上年的填报文件（.juesuan.yaml）。";
        set({
          failure: { code: "unknown", what: `没有取到上年的原因。${what}`, todo, detail: null },
        });
        return;
      }
      change((each) => ({ ...each, lastYear }));
      set({ failure: null, notice: `已取来《${fileName}》里的原因，写原因时可以挑。`, undo: null });
    },
    undo(undo) {
      change((each) =>
        undo.kind === "fill"
          ? withValueAt(each, undo.path, undo.before)
          : edited(each, undo.id, undo.before),
      );
      redraft();
      set({ notice: "已撤销。", undo: null });
    },
  };
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}……`;
}
