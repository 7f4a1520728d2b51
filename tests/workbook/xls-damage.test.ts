import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { readGlobals } from "../../src/workbook/biff-globals.ts";
import { RECORD, readRecord } from "../../src/workbook/biff-records.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { WorkbookRefused } from "../../src/workbook/workbook-refused.ts";
import { EXAMPLES, exampleBytes, libraryBook, writeAs } from "./library-files.ts";
import { outcome, refusalOf, workbookOf } from "./outcome.ts";
import { compoundFile, workbookStream } from "./small-xls.ts";

const EXAMPLE = EXAMPLES[3] ?? "";
const bytes = writeAs(libraryBook(exampleBytes(EXAMPLE)), "biff8");
const stream = workbookStream(bytes);
const globals = readGlobals(stream, () => false, EXAMPLE);
const spans = globals.sheets.map(({ name, position }, index) => ({
  name,
  start: position,
  end: globals.sheets[index + 1]?.position ?? stream.length,
}));
type Span = (typeof spans)[number];

let intact: Workbook;
beforeAll(async () => {
  intact = await workbookOf(bytes, EXAMPLE);
});

test("好的 .xls 与它的来源 .xlsx 读出来一样", async () => {
  const source = await workbookOf(exampleBytes(EXAMPLE), EXAMPLE);
  expect(intact.format).toBe("xls");
  expect(intact.damaged).toEqual([]);
  expect(intact.sheets).toEqual(source.sheets);
});

/** 表里第 `share` 处的那条记录的开头。 */
function recordNear(span: Span, share: number): number {
  let position = span.start;
  while (position < span.start + (span.end - span.start) * share) {
    position = readRecord(stream, position, span.end).end;
  }
  return position;
}

function boundSheetAt(span: Span): number {
  let position = 0;
  for (;;) {
    const record = readRecord(stream, position, stream.length);
    const view = new DataView(stream.buffer, record.start + 4, 4);
    if (record.type === RECORD.boundSheet && view.getUint32(0, true) === span.start) {
      return record.start + 4;
    }
    position = record.end;
  }
}

const DAMAGES: [string, (copy: Uint8Array, span: Span) => void][] = [
  ["后半截是零", (copy, span) => copy.fill(0, recordNear(span, 0.5), span.end)],
  ["全是零", (copy, span) => copy.fill(0, span.start, span.end)],
  ["后半截是乱码", (copy, span) => copy.fill(0xa7, (span.start + span.end) >> 1, span.end)],
  ["缺结束记录", (copy, span) => copy.fill(0, span.end - 4, span.end)],
  ["半路冒出结束记录", (copy, span) => copy.set([0x0a, 0, 0, 0], recordNear(span, 0.5))],
  ["记录的长度被改大", (copy, span) => copy.set([0xff, 0x1f], recordNear(span, 0.9) + 2)],
  [
    "目录指到别的表上",
    (copy, span) => pointTo(copy, span, spans[span === spans[0] ? 1 : 0]?.start),
  ],
  ["目录指到文件之外", (copy, span) => pointTo(copy, span, 0x7fffffff)],
];

function pointTo(copy: Uint8Array, span: Span, position = 0): void {
  new DataView(copy.buffer).setUint32(boundSheetAt(span), position, true);
}

async function expectNamed(
  damaged: readonly Span[],
  damage: (copy: Uint8Array, span: Span) => void,
): Promise<void> {
  const copy = stream.slice();
  for (const span of damaged) damage(copy, span);
  const result = await outcome(compoundFile({ Workbook: copy }), EXAMPLE);
  if (result instanceof WorkbookRefused) {
    expect(result.message).toContain(EXAMPLE);
    return;
  }
  const named = result.damaged.map((sheet) => sheet.name);
  for (const span of damaged) expect(named).toContain(span.name);
  for (const sheet of result.sheets) {
    expect(sheet).toEqual(intact.sheets.find((good) => good.name === sheet.name));
  }
  expect(result.sheets.length + result.damaged.length).toBe(intact.sheets.length);
}

test.each(DAMAGES)("每张都坏：%s", async (_, damage) => {
  await expectNamed(spans, damage);
});

test.each(spans.map((span) => [span.name, span] as const))("只坏「%s」", async (_, span) => {
  for (const [label, damage] of DAMAGES) {
    if (["后半截是零", "后半截是乱码", "目录指到别的表上"].includes(label)) {
      await expectNamed([span], damage);
    }
  }
});

test("工作簿流在任何地方截断：后面的表全部点名，前面的表不变", async () => {
  for (let share = 0.4; share < 1; share += 0.05) {
    const cut = stream.slice(0, Math.floor(stream.length * share));
    const result = await outcome(compoundFile({ Workbook: cut }), EXAMPLE);
    if (result instanceof WorkbookRefused) continue;
    expect(result.damaged.length).toBeGreaterThan(0);
    expect(result.sheets).toEqual(intact.sheets.slice(0, result.sheets.length));
    expect(result.sheets.length + result.damaged.length).toBe(intact.sheets.length);
  }
});

test("整个文件在任何地方截断，绝不悄悄少读", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: bytes.length - 513 }), async (length) => {
      const result = await outcome(bytes.subarray(0, length), EXAMPLE);
      if (result instanceof WorkbookRefused) return;
      for (const sheet of result.sheets) {
        expect(sheet).toEqual(intact.sheets.find((good) => good.name === sheet.name));
      }
      expect(result.sheets.length + result.damaged.length).toBe(intact.sheets.length);
    }),
    { numRuns: 40, seed: 20241231 },
  );
});

test("全局部分坏了，整份拒绝", async () => {
  const copy = stream.slice();
  copy.fill(0x55, 40, globals.end);
  expect((await refusalOf(compoundFile({ Workbook: copy }), EXAMPLE)).code).toBe("damaged");
});
