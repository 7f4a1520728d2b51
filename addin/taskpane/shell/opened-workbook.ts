import type { WorkbookHost } from "../../host/host.ts";
import { keepStoredData, type StoredDataKeeper } from "../../session/stored-data-keeper.ts";
import { openWorkbookSession, type WorkbookSession } from "../../session/workbook-session.ts";

/** 一本打开的工作簿：各面板共用的宿主、核对、随工作簿保存的数据。 */
export interface OpenedWorkbook {
  readonly host: WorkbookHost;
  readonly keeper: StoredDataKeeper;
  readonly session: WorkbookSession;
}

export function openWorkbook(host: WorkbookHost): OpenedWorkbook {
  const keeper = keepStoredData(host);
  const session = openWorkbookSession(host, keeper);
  void session.tidy();
  return { host, keeper, session };
}
