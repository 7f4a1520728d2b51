import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFile } from "../../addin/host/file/read-file.ts";
import {
  type ReadingMessage,
  WorkbookAssembly,
  workbookMessages,
} from "../../addin/host/file/reading-messages.ts";
import type { Cell, Workbook } from "../../src/workbook/workbook.ts";
import { EXAMPLE_NAMES, readExample } from "../fixtures/examples.ts";

/** 经过后台线程的消息（含结构化复制）再拼回来。 */
function throughMessages(workbook: Workbook): { back: Workbook; messages: ReadingMessage[] } {
  const assembly = new WorkbookAssembly();
  const messages = [...workbookMessages(workbook)].map((message) => structuredClone(message));
  for (const message of messages) {
    if (message.kind === "sheet" || message.kind === "rows") assembly.add(message);
    if (message.kind === "done") return { back: assembly.finish(message.workbook), messages };
  }
  throw new Error("没有送到 done");
}

describe("后台线程送回工作簿", () => {
  test.each(EXAMPLE_NAMES)("%s 原样拼回", async (name) => {
    const workbook = await readExample(name);
    expect(throughMessages(workbook).back).toEqual(workbook);
  });

  test("大表拆成小块，每块不超过两万格；中间的空行不丢", () => {
    const cell: Cell = { kind: "number", text: "1", formula: false };
    const rows = Array.from({ length: 5000 }, (_, row) =>
      row % 3 === 0 ? undefined : new Array<Cell>(20).fill(cell),
    );
    const workbook: Workbook = {
      fileName: "大.xlsx",
      format: "xlsx",
      sheets: [{ name: "大", hidden: false, rowCount: 5000, columnCount: 20, rows, merges: [] }],
      damaged: [],
      notices: [],
    };
    const { back, messages } = throughMessages(workbook);
    expect(back).toEqual(workbook);
    const blocks = messages.filter((message) => message.kind === "rows");
    expect(blocks).toHaveLength(5);
    for (const { rows } of blocks) expect(rows.length * 20).toBeLessThanOrEqual(20_000);
  });
});

describe("没有后台线程时", () => {
  test("由本线程读", async () => {
    const name = EXAMPLE_NAMES[0] ?? "";
    const bytes = readFileSync(new URL(`../../examples/${name}`, import.meta.url));
    expect(await readFile(name, new Uint8Array(bytes))).toEqual(await readExample(name));
  });

  test("拒绝的文件、取消，各有说法", async () => {
    await expect(readFile("空.xlsx", new Uint8Array())).rejects.toMatchObject({ code: "empty" });
    const task = { signal: AbortSignal.abort() };
    await expect(readFile("a.xlsx", new Uint8Array(1), task)).rejects.toMatchObject({
      code: "cancelled",
    });
  });
});
