import type { TableSet } from "../../src/tables/table.ts";
import type { Task, WorkbookHost } from "../host/host.ts";
import type { Composed } from "./draft-session-compose.ts";
import type { DraftSessionState } from "./draft-session-state.ts";
import type { StoredData } from "./stored-data.ts";

/** 起草会话的各组动作共用的：现在的材料，和改变它们的办法。 */
export interface SessionTools {
  readonly host: WorkbookHost;
  readonly current: () => TableSet | null;
  readonly prior: () => TableSet | null;
  readonly data: () => StoredData;
  readonly composed: () => Composed | null;
  /** 改随工作簿保存的数据；稍后自动保存。 */
  readonly change: (update: (data: StoredData) => StoredData) => void;
  readonly set: (change: Partial<DraftSessionState>) => void;
  /** 材料变了就立即重新起草。 */
  readonly redraft: () => void;
  /** 做一件要些时候的事；`doing` 为没有做成时的说法。失败记在状态里，不抛错。 */
  readonly attempt: (
    doing: string,
    work: (task: Task) => Promise<void>,
    what: string,
  ) => Promise<void>;
  /** 现在的时间，写进版本里。 */
  readonly now: () => string;
}
