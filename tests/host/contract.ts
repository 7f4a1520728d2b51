import { describe, expect, test, vi } from "vitest";
import {
  type HostChange,
  HostFailure,
  type HostSheet,
  type Place,
  type WorkbookHost,
} from "../../addin/host/host.ts";
import type { Draft } from "../../src/narrative/draft.ts";
import { draftSheets } from "../../src/publish/draft-xlsx/draft-sheets.ts";
import type { Cell, Sheet, Workbook } from "../../src/workbook/workbook.ts";
import { EXAMPLE_NAMES, readExample } from "../fixtures/examples.ts";
import {
  draftExample,
  narratives,
  openExample,
  paragraphsOf,
} from "../narrative/example-drafts.ts";

/** 打开了一本工作簿的宿主，以及使用者能在里面做的事。 */
export interface OpenedHost {
  readonly host: WorkbookHost;
  /** 使用者改一格。 */
  type(place: Place, text: string): void;
  /** 等事件登记好（`true`）或取消好（`false`）。 */
  listening(on: boolean): Promise<void>;
}

/** 事件最多等这么久，机器忙时也够。 */
export const PATIENCE = { timeout: 20_000, interval: 5 };

export type OpenHost = (workbook: Workbook) => Promise<OpenedHost>;

/** 两种宿主都要守的约定。 */
export function hostContract(name: string, open: OpenHost): void {
  describe(`${name}：读`, () => {
    test.each(EXAMPLE_NAMES)("%s 读出的每一格与文件里的相同", async (fileName) => {
      const workbook = await readExample(fileName);
      const { host } = await open(workbook);
      const read = await host.readWorkbook();
      expect(read.fileName).toBe(fileName);
      expect(read.damaged).toEqual([]);
      expect(read.sheets.map(plainSheet)).toEqual(workbook.sheets.map(plainSheet));
    });

    test("只读其中几张，没有的不返回；改过的读到新值", async () => {
      const { workbook, opened } = await openFirst(open);
      const [first, second] = workbook.sheets;
      if (first === undefined || second === undefined) throw new Error("示例工作簿太小");
      opened.type({ sheet: second.name, address: "C5" }, "1234.5");
      const sheets = await opened.host.readSheets([second.name, "没有这张表"]);
      expect(sheets.map((sheet) => sheet.name)).toEqual([second.name]);
      expect(sheets[0]?.rows[4]?.[2]).toMatchObject({ kind: "number", text: "1234.5" });
    });

    test("取消了就不读", async () => {
      const { opened } = await openFirst(open);
      const reading = opened.host.readWorkbook({ signal: AbortSignal.abort() });
      await expect(reading).rejects.toMatchObject({ code: "cancelled" });
    });
  });

  describe(`${name}：写`, () => {
    test.each(narratives)("$workbook 的说明写进去，读回一字不差", async (narrative) => {
      const example = await openExample(narrative);
      const draft = draftExample(example);
      const { host } = await open(example.currentWorkbook);
      expect(await host.readNarrativeSheet()).toBeNull();
      const outcome = await host.writeSheets(draftSheets(draft));
      expect(outcome).toEqual({ kind: "complete", leftovers: [] });
      expect(await host.readNarrativeSheet()).toEqual(narrativeOf(draft));
    });

    test("我们写的表不算送来的表；再写一遍是替换", async () => {
      const { workbook, opened, sheets } = await openFirst(open);
      for (let time = 0; time < 2; time++) {
        expect(await opened.host.writeSheets(sheets)).toMatchObject({ kind: "complete" });
      }
      const read = await opened.host.readWorkbook();
      expect(read.sheets.map((sheet) => sheet.name)).toEqual(
        workbook.sheets.map((sheet) => sheet.name),
      );
    });

    test("使用者改过的段落读回改过的文字", async () => {
      const { opened, draft, sheets } = await openFirst(open);
      await opened.host.writeSheets(sheets);
      const index = narrativeOf(draft).findIndex(({ text }) => text.length > 60);
      const row = rowOf(sheets, narrativeOf(draft)[index]?.id ?? "");
      opened.type({ sheet: "决算说明", address: `A${row + 1}` }, "　　我改过了，=1+1 也只是文字。");
      const read = await opened.host.readNarrativeSheet();
      expect(read?.[index]?.text).toBe("我改过了，=1+1 也只是文字。");
    });

    test("不是我们写的“决算说明”不碰", async () => {
      const { workbook, sheets } = await openFirst(open);
      const foreign = { ...workbook, sheets: [...workbook.sheets, foreignSheet()] };
      const { host } = await open(foreign);
      await expect(host.readNarrativeSheet()).rejects.toMatchObject({ code: "foreign-sheet" });
      const outcome = await host.writeSheets(sheets);
      expect(outcome).toMatchObject({ kind: "unchanged", failure: { code: "foreign-sheet" } });
      const read = await host.readWorkbook();
      expect(read.sheets.map(plainSheet)).toEqual(foreign.sheets.map(plainSheet));
    });

    test("取消了就不写", async () => {
      const { opened, sheets } = await openFirst(open);
      const outcome = await opened.host.writeSheets(sheets, { signal: AbortSignal.abort() });
      expect(outcome).toMatchObject({ kind: "unchanged", failure: { code: "cancelled" } });
      expect(await opened.host.readNarrativeSheet()).toBeNull();
    });

    test("没有写断过，就没有要收拾的", async () => {
      const { opened } = await openFirst(open);
      expect(await opened.host.cleanUp()).toEqual([]);
    });
  });

  describe(`${name}：数据、选中、改动`, () => {
    test("随工作簿保存的数据原样取回", async () => {
      const { opened } = await openFirst(open);
      expect(await opened.host.loadData()).toBeNull();
      for (const json of ODD_DATA) {
        await opened.host.saveData(json);
        expect(await opened.host.loadData()).toBe(json);
      }
    });

    test("到一格去；没有那张表时说明", async () => {
      const { workbook, opened } = await openFirst(open);
      await opened.host.reveal({ sheet: workbook.sheets[1]?.name ?? "", address: "E7" });
      const gone = opened.host.reveal({ sheet: "没有这张表", address: "A1" });
      await expect(gone).rejects.toBeInstanceOf(HostFailure);
      await expect(gone).rejects.toMatchObject({ code: "gone" });
    });

    test("改了一格会通知，取消订阅后不再通知", async () => {
      const { workbook, opened } = await openFirst(open);
      const sheet = workbook.sheets[2]?.name ?? "";
      const changes: HostChange[] = [];
      const stop = opened.host.onChange((change) => changes.push(change));
      await opened.listening(true);
      opened.type({ sheet, address: "D9" }, "1");
      await vi.waitFor(() => expect(changes).toEqual([{ sheet, address: "D9" }]), PATIENCE);
      stop();
      await opened.listening(false);
      opened.type({ sheet, address: "D10" }, "1");
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(changes).toHaveLength(1);
    });
  });
}

const ODD_DATA = [
  "{}",
  '{"理由":"a < b && c > d \\"引号\\" \'单引号\'"}',
  '{\r\n  "行": "回车换行\\r\\n、制表\\t、控制符\\u0001、表情😀、]]>"\r\n}',
  JSON.stringify({ 长: "说明".repeat(50_000) }),
];

async function openFirst(open: OpenHost) {
  const [narrative] = narratives;
  if (narrative === undefined) throw new Error("没有示例");
  const example = await openExample(narrative);
  const draft = draftExample(example);
  const workbook = example.currentWorkbook;
  return { workbook, draft, sheets: draftSheets(draft), opened: await open(workbook) };
}

function narrativeOf(draft: Draft) {
  return paragraphsOf(draft).map(({ id, text }) => ({ id, text }));
}

/** 段落在决算说明里的第一行，从 0 起。 */
export function rowOf(sheets: readonly HostSheet[], id: string): number {
  const rows = sheets[0]?.model.rows ?? [];
  return rows.findIndex(({ cells }) => {
    const cell = cells[1];
    return cell?.kind === "text" && cell.runs[0]?.text === id;
  });
}

export function foreignSheet(): Sheet {
  const cell: Cell = { kind: "text", text: "领导讲话稿", formula: false };
  return {
    name: "决算说明",
    hidden: false,
    rowCount: 1,
    columnCount: 1,
    rows: [[cell]],
    merges: [],
  };
}

/** 只比名称、隐藏与各格的值：公式标志、合并区域 Excel 不另给，日期在 Excel 里是序列值。 */
function plainSheet({ name, hidden, rows }: Sheet) {
  const cells: Record<string, string> = {};
  rows.forEach((row, r) => {
    row?.forEach((cell, c) => {
      if (cell !== undefined) cells[`${r},${c}`] = `${cell.kind} ${cell.text}`;
    });
  });
  return { name, hidden, cells };
}
