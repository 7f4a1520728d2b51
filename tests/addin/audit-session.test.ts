import { unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { openAuditSession } from "../../addin/session/audit-session.ts";
import { WHOLE_AUDIT } from "../../addin/session/audit-session-state.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { writeDraftDocx } from "../../src/publish/draft-docx/draft-docx.ts";
import { draftSheets } from "../../src/publish/draft-xlsx/draft-sheets.ts";
import { writeWorkbook } from "../../src/publish/spreadsheet/write-workbook.ts";
import { exampleBooks } from "../audit/drafts.ts";
import { PLANTINGS } from "../audit/planted.ts";
import { openAudit, outcomeOf, replaced } from "./audit-session-fixture.ts";
import { openExample, placeOf, settled } from "./workbook-session-fixture.ts";

/** 工作簿里财政拨款的数，占比改错一处、总计改错一处。 */
async function openWrong() {
  const opened = await openAudit();
  const wrong = replaced(
    replaced(opened.draft, "占65.46%", "占56.46%"),
    "支出总计1970.68万元。",
    "支出总计1907.68万元。",
  );
  return { ...opened, wrong };
}

describe("审一份文字", () => {
  test("自己起草的：没有问题，每个数都核对了，对照了两年的工作簿", async () => {
    const { audit, draft, books } = await openAudit();
    await audit.auditText(draft);
    const { result, listed, warnings, books: used } = outcomeOf(audit);
    expect(listed).toEqual([]);
    expect(warnings).toEqual([]);
    expect(result.claims.found).toBeGreaterThan(100);
    expect(result.claims.checked).toBe(result.claims.found);
    expect(used).toEqual({ current: books.current.fileName, prior: books.prior.fileName });
    expect(audit.getState()).toMatchObject({ busy: null, failure: null, stale: false });
  });

  test.each(PLANTINGS.map((planting) => [planting.kind, planting] as const))(
    "种一个错（%s）：查得出，位置指得回原文",
    async (_, planting) => {
      const { audit, draft } = await openAudit();
      const planted = planting.plant(draft, (count) => Math.floor(count / 2));
      if (planted === null) throw new Error("种不下");
      await audit.auditText(planted.text);
      const { listed, result } = outcomeOf(audit);
      expect(listed.length).toBeGreaterThan(0);
      for (const { finding } of listed) {
        expect(result.text.slice(finding.start, finding.end)).toBe(finding.quote);
      }
      expect(listed.map(({ number }) => number)).toEqual(listed.map((_, index) => index + 1));
      expect(new Set(listed.map(({ key }) => key)).size).toBe(listed.length);
    },
  );

  test("没有核对过也没有上年的：先核对再审，说明没有上年的表", async () => {
    const { host, keeper, session } = await openExample();
    const audit = openAuditSession(host, keeper, session);
    const { draft } = await openAudit();
    await audit.auditText(draft);
    expect(session.getState().outcome).not.toBeNull();
    expect(outcomeOf(audit).warnings.map(({ kind }) => kind)).toEqual(["no-prior"]);
  });

  test("起草 .docx 再交来审：读得出、没有问题", async () => {
    const { audit, books } = await openAudit();
    const bytes = await writeDraftDocx(draftNarrative(books));
    await audit.auditFile("说明.docx", bytes);
    expect(outcomeOf(audit)).toMatchObject({ listed: [], source: { name: "说明.docx" } });
  });

  test("UTF-16 的 .txt 也读得出", async () => {
    const { audit, draft } = await openAudit();
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${draft}`, "utf16le"));
    await audit.auditFile("说明.txt", utf16);
    expect(outcomeOf(audit).listed).toEqual([]);
  });

  test("选一个有工作表“决算说明”的工作簿文件", async () => {
    const { audit, books } = await openAudit();
    const models = draftSheets(draftNarrative(books)).map(({ model }) => model);
    await audit.auditFile("说明.xlsx", await writeWorkbook(models));
    expect(outcomeOf(audit).listed).toEqual([]);
    expect(outcomeOf(audit).result.claims.found).toBeGreaterThan(100);
  });

  test("工作表“决算说明”：我们写的读得回；没有这张表时说怎么办", async () => {
    const { audit, host, books } = await openAudit();
    await audit.auditSheet();
    expect(audit.getState().failure?.what).toContain("没有工作表“决算说明”");
    await host.writeSheets(draftSheets(draftNarrative(books)));
    await audit.retry();
    expect(audit.getState().failure).toBeNull();
    expect(outcomeOf(audit).listed).toEqual([]);
  });

  test("别人写的工作表“决算说明”：一行一段地读", async () => {
    const { draft } = await openAudit();
    const { audit } = await openAudit((workbook) => {
      const rows = draft
        .split("\n")
        .map((text) => [{ kind: "text" as const, text, formula: false }]);
      const sheet = {
        name: "决算说明",
        hidden: false,
        rowCount: rows.length,
        columnCount: 1,
        rows,
        merges: [],
      };
      return { ...workbook, sheets: [...workbook.sheets, sheet] };
    });
    await audit.auditSheet();
    expect(outcomeOf(audit).listed).toEqual([]);
  });
});

describe("不能审、不能对照的", () => {
  test.each([
    ["　\n ", "没有文字"],
    ["关于召开会议的通知\n请准时参加。", "没有找到决算情况说明的内容"],
  ])("%j：%s", async (text, why) => {
    const { audit } = await openAudit();
    await audit.auditText(text);
    const { outcome, failure } = audit.getState();
    expect(outcome).toBeNull();
    expect(failure?.what).toContain(why);
    expect(failure?.todo).not.toBe("");
    expect(failure?.detail).toBeNull();
  });

  test("拖进来的是 PDF：说这里不能读，怎么把文字拿过来", async () => {
    const { audit } = await openAudit();
    await audit.auditFile("说明.pdf", new TextEncoder().encode("%PDF-1.7\n%âãÏÓ\n"));
    const { outcome, failure } = audit.getState();
    expect(outcome).toBeNull();
    expect(failure?.what).toContain("说明.pdf");
    expect(failure?.what).toContain("是 PDF，这里不能读");
    expect(failure?.todo).toMatch(/\.docx.*复制文字粘贴/);
    expect(failure?.detail).toBeNull();
  });

  test("失败以后，原来的结果还在", async () => {
    const { audit, wrong } = await openWrong();
    await audit.auditText(wrong);
    const before = outcomeOf(audit);
    await audit.auditFile("坏.docx", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
    expect(audit.getState().failure).not.toBeNull();
    expect(outcomeOf(audit)).toBe(before);
  });

  test("另一个年度的：不与表对照，说明白", async () => {
    const { audit, draft } = await openAudit();
    const shifted = draft.replace(/20(22|23)(?=年)/g, (year) => String(Number(year) - 1));
    await audit.auditText(shifted);
    const { warnings, books, result } = outcomeOf(audit);
    expect(warnings.map(({ kind }) => kind)).toContain("other-year");
    expect(books).toEqual({ current: null, prior: null });
    expect(result.books.current?.why).toContain("没有对照");
    expect(result.claims.unchecked.map(({ why }) => why).join("")).not.toContain("没有给工作簿");
  });

  test("另一个单位的：不与表对照；看过以后可以仍然对照", async () => {
    const { audit } = await openAudit();
    const other = (await exampleBooks()).find(({ name }) => name.includes("金口河区人民政府"));
    if (other === undefined) throw new Error("没有示例");
    const { writeDraftText } = await import("../../src/publish/draft-text.ts");
    const text = writeDraftText(draftNarrative(other));
    await audit.auditText(`${other.current.unit}2023年度部门决算\n目录\n${text}`);
    const { warnings, books, listed } = outcomeOf(audit);
    expect(warnings.map(({ kind }) => kind)).toEqual(["other-unit"]);
    expect(books.current).toBeNull();
    expect(listed.filter(({ finding }) => finding.cells.length > 0)).toEqual([]);

    await audit.compareAnyway();
    expect(outcomeOf(audit).books.current).not.toBeNull();
    expect(
      outcomeOf(audit).listed.filter(({ finding }) => finding.kind === "table-text").length,
    ).toBeGreaterThan(10);
  });

  test("一半以上没有看懂：先说这一句", async () => {
    const { audit } = await openAudit();
    const unknown = Array.from({ length: 12 }, (_, index) => `组织活动${index + 3}场。`).join("");
    await audit.auditText(`第二部分 2023年度部门决算情况说明\n三、支出决算情况说明\n${unknown}`);
    const { warnings, result } = outcomeOf(audit);
    expect(result.claims.unchecked.length).toBeGreaterThan(result.claims.checked);
    expect(warnings[0]?.kind).toBe("half-unread");
  });

  test("取消：原来的结果不变", async () => {
    const { audit, draft } = await openAudit();
    const auditing = audit.auditText(draft);
    audit.cancel();
    await auditing;
    expect(audit.getState()).toMatchObject({ outcome: null, failure: null, busy: null });
    expect(audit.getState().notice).toContain("已取消");
  });
});

describe("审完以后", () => {
  test("表改了：标明结果过时；重新审，结果跟着变", async () => {
    const { audit, draft, host, session, workbook } = await openAudit();
    await audit.auditText(draft);
    const { revision } = session.getState();
    const cell = placeOf(workbook, "财决01", "支出.总计", "决算数");
    host.edit({ sheet: cell.sheet, address: cell.address }, "12345678.90");
    expect(audit.getState().stale).toBe(true);
    await settled(session, revision + 1);
    expect(audit.getState().stale).toBe(true);
    expect(outcomeOf(audit).listed).toEqual([]);

    await audit.again();
    expect(audit.getState().stale).toBe(false);
    const { listed, warnings } = outcomeOf(audit);
    expect(warnings.map(({ kind }) => kind)).toEqual(["tables-wrong"]);
    expect(
      listed.some(({ finding }) =>
        finding.cells.some(
          ({ address, sheet }) => address === cell.address && sheet === cell.sheet,
        ),
      ),
    ).toBe(true);
  });

  test("打开一条：到它的单元格去；上年的格说明在哪里", async () => {
    const { audit, wrong, host } = await openWrong();
    await audit.auditText(wrong);
    const found = outcomeOf(audit).listed.find(({ finding }) => finding.cells.length > 0);
    const [cell] = found?.finding.cells ?? [];
    if (found === undefined || cell === undefined) throw new Error("没有带单元格的问题");
    await audit.open(found.key, "text");
    expect(audit.getState()).toMatchObject({ selected: found.key, selectedFrom: "text" });
    expect(host.getView().selected).toEqual({ sheet: cell.sheet, address: cell.address });
    await audit.reveal({ ...cell, book: "prior" });
    expect(audit.getState().notice).toContain("上年工作簿");
    await audit.reveal({ ...cell, sheet: "没有这张表" });
    expect(audit.getState().failure?.what).toContain("没有这张表");
  });

  test("筛选、上一条下一条只在筛出的里面走，到头从另一头再来", async () => {
    const { audit, wrong } = await openWrong();
    await audit.auditText(wrong);
    const { listed } = outcomeOf(audit);
    audit.filter({ ...WHOLE_AUDIT, kind: "table-text" });
    const { shown } = audit.getState();
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.length).toBeLessThan(listed.length);
    for (const { key } of [...shown, ...shown.slice(0, 1)]) {
      audit.step(1);
      expect(audit.getState().selected).toBe(key);
    }
    audit.step(-1);
    expect(audit.getState().selected).toBe(shown.at(-1)?.key);
    audit.filter({ ...WHOLE_AUDIT, severities: new Set(["note"]) });
    expect(audit.getState().shown).toEqual([]);
    audit.filter({ ...WHOLE_AUDIT, section: "二.三" });
    expect(audit.getState().shown.every(({ finding }) => finding.section === "二.三")).toBe(true);
  });

  test("整改意见：缺省写错误和警告，可以去掉；存成文件", async () => {
    const { audit, wrong, host } = await openWrong();
    const saved: [string, string][] = [];
    host.download = async (name, content) => {
      saved.push([name, new TextDecoder("utf-8", { ignoreBOM: true }).decode(content)]);
    };
    await audit.auditText(wrong);
    const { listed } = outcomeOf(audit);
    const letter = await audit.letter();
    const mustCorrect = listed.filter(({ finding }) => finding.severity === "error").length;
    expect(letter).toContain(`必须更正的（错误）　共 ${mustCorrect} 处`);
    audit.choose(new Map(listed.slice(1).map(({ key }) => [key, false])));
    const shorter = await audit.letter();
    expect(shorter).toContain("必须更正的（错误）　共 1 处");
    await audit.downloadLetter();
    expect(saved).toEqual([
      ["泸县人民政府办公室2023年度决算情况说明整改意见.txt", `\ufeff${shorter}`],
    ]);
  });

  test("带批注的 Word、网页报告：交来 .docx 的，在它上面加批注", async () => {
    const { audit, books, host } = await openAudit();
    const saved = new Map<string, Uint8Array>();
    host.download = async (name, content) => {
      saved.set(name, content);
    };
    const entries = unzipSync(await writeDraftDocx(draftNarrative(books)));
    const part = new TextDecoder().decode(entries["word/document.xml"]);
    entries["word/document.xml"] = new TextEncoder().encode(replaced(part, "65.46%", "56.46%"));
    await audit.auditFile("说明.docx", zipSync(entries));
    const [found] = outcomeOf(audit).listed;
    if (found === undefined) throw new Error("没有查出种的错");
    await audit.downloadWord();
    await audit.downloadPage();
    expect(audit.getState().failure).toBeNull();
    const stem = "泸县人民政府办公室2023年度决算情况说明";
    const word = unzipSync(saved.get(`${stem}（审稿批注）.docx`) ?? new Uint8Array());
    expect(new TextDecoder().decode(word["word/comments.xml"])).toContain(found.finding.what);
    expect(word["word/styles.xml"]).toEqual(entries["word/styles.xml"]);
    const page = new TextDecoder().decode(saved.get(`${stem}审稿结果.html`));
    expect(page).toContain(found.finding.what);
  });

  test("换一份：什么也不留", async () => {
    const { audit, wrong } = await openWrong();
    await audit.auditText(wrong);
    audit.discard();
    expect(audit.getState()).toMatchObject({ outcome: null, shown: [], selected: null });
    expect(await audit.letter()).toBe("");
  });
});
