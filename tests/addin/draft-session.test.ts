import { beforeAll, describe, expect, it } from "vitest";
import { FileHost } from "../../addin/host/file/file-host.ts";
import type { DraftSession } from "../../addin/session/draft-session.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { EXAMPLE_NAMES, readExample } from "../fixtures/examples.ts";
import {
  bytesOf,
  CURRENT,
  keptDataOf,
  openDraft,
  PRIOR,
  paragraph,
  paragraphs,
  until,
} from "./draft-session-fixture.ts";

let workbook: Workbook;
beforeAll(async () => {
  workbook = await readExample(CURRENT);
});

const open = (host = new FileHost(workbook)) => openDraft(host);

/** 决算说明里某段第一行的 A 栏地址。 */
function rowOf(host: FileHost, id: string): string {
  const sheet = host.getView().sheets.find(({ name }) => name === "决算说明");
  const row = sheet?.rows.findIndex((cells) => cells?.[1]?.text === id) ?? -1;
  expect(row).toBeGreaterThanOrEqual(0);
  return `A${row + 1}`;
}

async function sheetText(host: FileHost, id: string): Promise<string | undefined> {
  return (await host.readNarrativeSheet())?.find((each) => each.id === id)?.text;
}

describe("起草", () => {
  it.each(EXAMPLE_NAMES)(
    "%s：起草成文，每个数能点开，待补充和没有确认的推断都数到",
    async (name) => {
      const { session } = await open(new FileHost(await readExample(name)));
      const { composed, failure } = session.getState();
      expect(failure).toBeNull();
      const all = paragraphs(session);
      expect(composed?.gaps).toBe(all.flatMap(({ gaps }) => gaps).length);
      expect(composed?.proposals).toBe(all.flatMap(({ proposals = [] }) => proposals).length);
      expect(paragraphs(session).flatMap(({ figures }) => figures).length).toBeGreaterThan(50);
      session.close();
    },
  );

  it("填一栏，待补充少一处，随工作簿保存，重开还在", async () => {
    const { session, keeper, host } = await open();
    const before = session.getState().composed?.gaps ?? 0;
    const field = session
      .getState()
      .composed?.groups.flatMap(({ fields }) => fields)
      .find(({ path }) => path.join(".") === "公务接待.国内接待用途");
    expect(field).toMatchObject({ open: true, content: { kind: "text" } });
    session.fill(["公务接待", "国内接待用途"], "接待来访的交通费、用餐费");
    await until(() => session.getState().composed?.gaps === before - 1);
    expect(paragraph(session, "二.七.（二）/3/国内").text).toContain("接待来访的交通费、用餐费");
    await keeper.flush();
    session.close();

    const again = await open(new FileHost(workbook, keptDataOf(host)));
    expect(paragraph(again.session, "二.七.（二）/3/国内").text).toContain("接待来访");
    expect(
      again.session
        .getState()
        .composed?.groups.flatMap(({ fields }) => fields)
        .find(({ path }) => path.join(".") === "公务接待.国内接待用途"),
    ).toMatchObject({ open: false, value: "接待来访的交通费、用餐费" });
    again.session.close();
  });

  it("选上年工作簿：写出增减；不是上年的不用，说明原因；重开不必再选", async () => {
    const { session, keeper, host } = await open();
    expect(paragraph(session, "二.一/正文").gaps).not.toEqual([]);
    await session.pickPrior(CURRENT, bytesOf(CURRENT));
    expect(session.getState().prior).toBeNull();
    expect(session.getState().priorProblems[0]?.what).toContain("2022年度");
    await session.pickPrior(PRIOR, bytesOf(PRIOR));
    expect(session.getState().prior).toMatchObject({ fileName: PRIOR, year: 2022 });
    const text = paragraph(session, "二.一/正文").text;
    expect(text).toContain("下降9.85%");
    await keeper.flush();
    session.close();

    const again = await open(new FileHost(workbook, keptDataOf(host)));
    expect(paragraph(again.session, "二.一/正文").text).toBe(text);
    await again.session.dropPrior();
    expect(paragraph(again.session, "二.一/正文").gaps).not.toEqual([]);
    again.session.close();
  });

  it("读不了的上年文件：说明原因，填报和草稿不变", async () => {
    const { session } = await open();
    const before = paragraphs(session);
    await session.pickPrior("上年.xlsx", new TextEncoder().encode("不是工作簿"));
    expect(session.getState().failure?.what).toContain("上年.xlsx");
    expect(paragraphs(session)).toEqual(before);
    session.close();
  });

  it("没有认出一张表：说明，不起草", async () => {
    const { session } = await open(new FileHost({ ...workbook, sheets: [] }));
    expect(session.getState()).toMatchObject({ noTables: true, composed: null });
    session.close();
  });
});

describe("改一段", () => {
  const id = "二.一/正文";

  it("自己的文字留着，没动的数仍能点开，动过的列为找不到；恢复成原稿", async () => {
    const { session } = await open();
    const original = paragraph(session, id);
    const [figure] = original.figures;
    if (figure === undefined) throw new Error("应有数");
    session.edit(id, `据统计，${original.text.replace("万元", "万元整")}`);
    const edited = paragraph(session, id);
    expect(edited.edited).toBe(true);
    expect(
      session
        .getState()
        .composed?.notes.get(id)
        ?.lost.map(({ text }) => text),
    ).toEqual([figure.text]);
    session.edit(id, `据统计，${original.text}`);
    const [moved] = paragraph(session, id).figures;
    expect(moved).toMatchObject({ text: figure.text, start: figure.start + 4 });
    expect(paragraph(session, id).gaps).toHaveLength(original.gaps.length);
    session.reset(id);
    expect(paragraph(session, id)).toEqual(original);
    session.close();
  });

  it("自己写掉的待补充不再计数", async () => {
    const { session } = await open();
    const before = session.getState().composed?.gaps ?? 0;
    session.edit(id, "收支总计与上年持平。");
    expect(session.getState().composed?.gaps).toBe(before - 1);
    const open_ = session.getState().composed?.draft.open ?? [];
    expect(open_.filter(({ text }) => text?.section === id)).toEqual([]);
    session.close();
  });

  it("数变了：改过的段落标为已过时，看过以后不再标", async () => {
    const { session, host } = await open();
    session.edit("二.二/正文", "收入情况见附表。");
    host.edit(cellOf(session, "二.二/正文"), "99,999,999.00");
    await until(() => session.getState().composed?.notes.get("二.二/正文")?.editOutdated === true);
    expect(paragraph(session, "二.二/正文").text).toBe("收入情况见附表。");
    session.keepEdit("二.二/正文");
    expect(session.getState().composed?.notes.get("二.二/正文")?.editOutdated).toBe(false);
    session.close();
  });
});

describe("插入", () => {
  it("写成决算说明、数据来源两张表，七张图的数据指得到", async () => {
    const { session, host } = await open();
    await session.pickPrior(PRIOR, bytesOf(PRIOR));
    const charts: { categories: unknown; values: unknown; name: string }[] = [];
    const write = host.writeSheets.bind(host);
    host.writeSheets = (sheets, task) => {
      charts.push(...sheets.flatMap((sheet) => sheet.charts));
      return write(sheets, task);
    };
    await session.insert();
    expect(session.getState().failure).toBeNull();
    expect(host.getView().written).toEqual(["决算说明", "数据来源"]);
    expect(charts.map(({ name }) => name)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((number) => `图${number}`),
    );
    const sources = host.getView().sheets.find(({ name }) => name === "数据来源");
    for (const { values } of charts) {
      const { sheet, address } = values as { sheet: string; address: string };
      expect(sheet).toBe("数据来源");
      const [, first = "", last = ""] = /^K(\d+):K(\d+)$/.exec(address) ?? [];
      for (let row = Number(first); row <= Number(last); row += 1) {
        expect(sources?.rows[row - 1]?.[10]?.kind).toBe("number");
      }
    }
    for (const each of paragraphs(session)) {
      expect(await sheetText(host, each.id)).toBe(each.text);
    }
    session.close();
  });

  it("表里改一段，再改一个数，再插入：改的留着并问，其余更新", async () => {
    const { session, host } = await open();
    await session.insert();
    host.edit({ sheet: "决算说明", address: rowOf(host, "二.二/正文") }, "　　收入是我写的。");
    await session.insert();
    expect(await sheetText(host, "二.二/正文")).toBe("收入是我写的。");
    expect(paragraph(session, "二.二/正文")).toMatchObject({
      edited: true,
      text: "收入是我写的。",
    });

    const note = (id: string) => session.getState().composed?.notes.get(id);
    const structure = { ...cellOf(session, "二.三/正文", 1) };
    host.edit(cellOf(session, "二.二/正文"), "99,999,999.00");
    host.edit(structure, "1,234,567.00");
    await until(() => note("二.二/正文")?.editOutdated === true);
    await until(() => note("二.三/正文")?.sheetOutdated === true);
    expect(note("二.三/图3")?.sheetOutdated).toBe(true);
    expect(note("二.四/正文")?.sheetOutdated).toBe(false);
    await session.insert();
    const { merge } = session.getState();
    expect(merge?.plan.conflicts.map(({ id }) => id)).toEqual(["二.二/正文"]);
    expect(await sheetText(host, "二.二/正文")).toBe("收入是我写的。");
    session.choose("二.二/正文", { kind: "mine", index: 0 });
    await session.finishInsert();
    expect(session.getState().merge).toBeNull();
    expect(await sheetText(host, "二.二/正文")).toBe("收入是我写的。");
    expect(await sheetText(host, "二.三/正文")).toContain("123.46万元");
    expect(
      [...(session.getState().composed?.notes.values() ?? [])].some((note) => note.sheetOutdated),
    ).toBe(false);
    session.close();
  });

  it("问的时候工作表又改过：再问一遍，不盖掉", async () => {
    const { session, host } = await open();
    await session.insert();
    host.edit({ sheet: "决算说明", address: rowOf(host, "二.二/正文") }, "第一次改。");
    host.edit(cellOf(session, "二.二/正文"), "99,999,999.00");
    await until(() =>
      [...(session.getState().composed?.notes.values() ?? [])].some((note) => note.sheetOutdated),
    );
    await session.insert();
    session.choose("二.二/正文", { kind: "fresh" });
    host.edit({ sheet: "决算说明", address: rowOf(host, "二.二/正文") }, "又改了。");
    await session.finishInsert();
    expect(session.getState().notice).toContain("刚才又改过");
    expect(session.getState().merge?.plan.conflicts[0]?.mine[0]?.text).toBe("又改了。");
    expect(await sheetText(host, "二.二/正文")).toBe("又改了。");
    session.close();
  });

  it("写不成：说明工作簿没有改动，再试就成", async () => {
    const { session, host } = await open();
    const foreign = {
      ...workbook,
      sheets: [...workbook.sheets, { ...sheetNamed("决算说明"), rows: [[text("人家的表")]] }],
    };
    const other = await open(new FileHost(foreign));
    await other.session.insert();
    expect(other.session.getState().failure).toMatchObject({ code: "foreign-sheet" });
    expect(other.session.getState().failure?.what).toContain("工作簿没有改动");
    other.session.close();
    await session.insert();
    expect(host.getView().written).toHaveLength(2);
    session.close();
  });
});

describe("填报文件", () => {
  it("导入现成的填报文件，待补充减少；导出再导入一样", async () => {
    const { session, keeper } = await open();
    const before = session.getState().composed?.gaps ?? 0;
    const name = CURRENT.replace(".xlsx", ".juesuan.yaml");
    session.importYaml(new TextDecoder().decode(bytesOf(name)), name);
    expect(session.getState().composed?.gaps).toBeLessThan(before);
    const kept = keeper.getState().data;
    session.importYaml(session.exportYaml(), "导出.yaml");
    expect(keeper.getState().data).toEqual(kept);
    session.importYaml("a: [", "坏.yaml");
    expect(session.getState().failure?.what).toContain("没有导入");
    expect(keeper.getState().data).toEqual(kept);
    session.close();
  });
});

/** 某段第几个直接取自单元格的数所在的格。 */
function cellOf(session: DraftSession, id: string, index = 0) {
  const note = session
    .getState()
    .composed?.drafted.sections.flatMap((section) => section.paragraphs)
    .find((each) => each.id === id);
  const source = note?.figures[index]?.from[0];
  if (source === undefined) throw new Error("应有出处");
  return { sheet: source.sheet, address: source.address };
}

function text(value: string) {
  return { kind: "text" as const, text: value, formula: false };
}

function sheetNamed(name: string) {
  return { name, hidden: false, rowCount: 1, columnCount: 1, rows: [], merges: [] };
}
