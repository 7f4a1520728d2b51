import { strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { FileHost } from "../../addin/host/file/file-host.ts";
import { toXml } from "../../addin/host/kept-xml-text.ts";
import type { DraftSession } from "../../addin/session/draft-session.ts";
import { acceptedRemarks, isAcceptable } from "../../addin/session/draft-session-readiness.ts";
import { valueAt } from "../../addin/session/stored-data-inputs.ts";
import type { Paragraph, Proposal } from "../../src/narrative/draft.ts";
import { openCount } from "../../src/publish/readiness/readiness.ts";
import { parseAddress } from "../../src/workbook/addresses.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { readExample } from "../fixtures/examples.ts";
import {
  bytesOf,
  CURRENT,
  composed,
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

async function openWithPrior(prior = bytesOf(PRIOR)) {
  const opened = await openDraft(new FileHost(workbook));
  await opened.session.pickPrior(PRIOR, prior);
  return opened;
}

function cellText(sheet: string, address: string): string {
  const place = parseAddress(address);
  if (place === undefined) throw new Error(address);
  const rows = workbook.sheets.find(({ name }) => name === sheet)?.rows;
  return rows?.[place.row]?.[place.column]?.text ?? "";
}

/** 第一处据表推断的原因。 */
function firstReason(session: DraftSession): { paragraph: Paragraph; proposal: Proposal } {
  for (const each of paragraphs(session)) {
    const proposal = each.proposals?.find(({ key }) => key[0] === "原因");
    if (proposal !== undefined) return { paragraph: each, proposal };
  }
  throw new Error("应有据表推断");
}

describe("据表推断", () => {
  it("接受：去掉括号，数仍能点开，记为已确认；撤销回到原样", async () => {
    const { session, keeper } = await openWithPrior();
    const before = composed(session);
    const { paragraph: at, proposal } = firstReason(session);
    session.acceptProposal(at, proposal);
    const after = paragraph(session, at.id);
    expect(after.text).toBe(at.text.replace(proposal.text, proposal.content));
    expect(after.figures.map(({ text }) => text)).toEqual(at.figures.map(({ text }) => text));
    expect(composed(session).proposals).toBe(before.proposals - 1);
    expect(composed(session).gaps).toBe(before.gaps);
    expect(valueAt(keeper.getState().data, proposal.key)).toEqual({
      内容: proposal.content,
      状态: "已确认",
    });
    const { undo } = session.getState();
    if (undo === null) throw new Error("应能撤销");
    session.undo(undo);
    expect(composed(session).draft).toEqual(before.draft);
    expect(valueAt(keeper.getState().data, proposal.key)).toBeUndefined();
    expect(session.getState().undo).toBeNull();
    session.close();
  });

  it("人改过的段落里接受：只去掉括号，人的话一字不动；撤销回到改过的样子", async () => {
    const { session } = await openWithPrior();
    const { paragraph: at, proposal } = firstReason(session);
    const own = `据了解，${at.text}`;
    session.edit(at.id, own);
    const edited = paragraph(session, at.id);
    const [kept] = edited.proposals ?? [];
    if (kept === undefined) throw new Error("应还有推断");
    session.acceptProposal(edited, kept);
    expect(paragraph(session, at.id).text).toBe(own.replace(proposal.text, proposal.content));
    const { undo } = session.getState();
    if (undo === null) throw new Error("应能撤销");
    session.undo(undo);
    expect(paragraph(session, at.id).text).toBe(own);
    session.close();
  });

  it("不要推断：留成待补充", async () => {
    const { session } = await openWithPrior();
    const before = composed(session);
    const { paragraph: at, proposal } = firstReason(session);
    session.fill(proposal.key, { 状态: "待补充" });
    await until(() => composed(session).gaps === before.gaps + 1);
    expect(composed(session).proposals).toBe(before.proposals - 1);
    expect(paragraph(session, at.id).text).toContain("【待补充");
    session.close();
  });

  it("依据：列出的各部分加其余恰等于变动，两头的格都在", async () => {
    const { session } = await openWithPrior();
    const { proposal } = firstReason(session);
    const evidence = session.reasonAids(proposal.key)?.evidence;
    expect(evidence?.main?.drivers.length).toBeGreaterThan(0);
    const { main, cents } = evidence ?? { main: null, cents: 0 };
    const listed = main?.drivers.reduce((sum, driver) => sum + driver.cents, 0) ?? 0;
    expect(listed + (main?.rest ?? 0)).toBe(cents);
    for (const { now, before } of main?.drivers ?? []) {
      expect(now.from.length + before.from.length).toBeGreaterThan(0);
    }
    expect(session.reasonAids(["公务接待", "国内接待用途"])).toBeNull();
    session.close();
  });
});

describe("现成的原因", () => {
  const PATH = ["原因", "收支总计增减"];

  it("挑一条：写进说明，记为已确认；撤销", async () => {
    const { session } = await openWithPrior();
    const [cause] = session.reasonAids(PATH)?.causes ?? [];
    if (cause === undefined) throw new Error("应有常见原因");
    session.chooseCause(PATH, cause.text);
    expect(paragraph(session, "二.一/正文").text).toContain(cause.text);
    const { undo } = session.getState();
    if (undo === null) throw new Error("应能撤销");
    session.undo(undo);
    expect(paragraph(session, "二.一/正文").text).not.toContain(cause.text);
    session.close();
  });

  it("记进原因库的，别的时候能挑；同一句只记一次", async () => {
    const { session, keeper } = await openWithPrior();
    session.keepCause(PATH, "乡村振兴项目完工");
    session.keepCause(PATH, "乡村振兴项目完工");
    expect(keeper.getState().data.inputs.原因库).toEqual({ 收支总计增减: ["乡村振兴项目完工"] });
    expect(session.reasonAids(PATH)?.causes).toContainEqual(
      expect.objectContaining({ text: "乡村振兴项目完工", origin: "本单位" }),
    );
    session.close();
  });

  it("上年的填报文件：只取原因，供挑选；没有原因的说明白", async () => {
    const { session, keeper } = await openWithPrior();
    session.importLastYear("原因:\n  收支总计增减: 上年人员增加\n级别: 部门\n", "上年.yaml");
    expect(keeper.getState().data.lastYear).toEqual({ 原因: { 收支总计增减: "上年人员增加" } });
    expect(keeper.getState().data.inputs.级别).toBeUndefined();
    expect(session.reasonAids(PATH)?.causes).toContainEqual(
      expect.objectContaining({ text: "上年人员增加", origin: "上年" }),
    );
    session.importLastYear("级别: 部门\n", "空.yaml");
    expect(session.getState().failure?.what).toContain("没有填写原因");
    session.close();
  });

  it("上年用窗格填报过的工作簿：选它当上年，原因一并取来", async () => {
    const parts = unzipSync(bytesOf(PRIOR));
    const json = JSON.stringify({ 原因: { 收支总计增减: "上年写在工作簿里的话" } });
    const prior = zipSync({ ...parts, "customXml/item1.xml": strToU8(toXml(json)) });
    const { session } = await openWithPrior(prior);
    expect(session.reasonAids(PATH)?.causes.map(({ text }) => text)).toContain(
      "上年写在工作簿里的话",
    );
    session.close();
  });
});

describe("能不能公开", () => {
  it("待补充、没有确认的、过时的数分类计数，与草稿一致；每件都找得到段落", async () => {
    const { session } = await openWithPrior();
    session.edit("二.二/正文", "收入合计98.76万元。");
    const result = await session.readiness();
    if (result === null) throw new Error("应有清单");
    const { gaps, proposals, draft } = composed(session);
    const count = (kind: string) =>
      result.open.find((group) => group.kind === kind)?.findings.length ?? 0;
    expect(count("gap")).toBe(gaps);
    expect(count("proposal")).toBe(proposals);
    expect(count("stale")).toBe(draft.open.filter(({ kind }) => kind === "stale").length);
    const ids = new Set(paragraphs(session).map(({ id }) => id));
    for (const { findings } of result.open) {
      for (const { text } of findings) if (text) expect(ids.has(text.section)).toBe(true);
    }
    session.close();
  });

  it("把表改错：数所在的格核对有错误的列出来，带着格；改回来就没有", async () => {
    const { session, host, check } = await openWithPrior();
    const source = paragraph(session, "二.一/正文").figures[0]?.from[0];
    if (source === undefined) throw new Error("应有出处");
    const { sheet, address } = source;
    const raw = cellText(sheet, address);
    const unsound = async () =>
      (await session.readiness())?.open.find(({ kind }) => kind === "unsound-cell")?.findings ?? [];
    const before = await unsound();
    host.edit({ sheet, address }, "99,999,999.00");
    await check.recheck();
    const wrong = await unsound();
    expect(wrong.length).toBeGreaterThan(before.length);
    expect(wrong.flatMap(({ cells }) => cells)).toContainEqual(
      expect.objectContaining({ sheet, address }),
    );
    host.edit({ sheet, address }, raw);
    await check.recheck();
    expect(await unsound()).toEqual(before);
    session.close();
  });

  it("补上填报，没有了结的就少了", async () => {
    const { session } = await openWithPrior();
    const name = CURRENT.replace(".xlsx", ".juesuan.yaml");
    const before = await session.readiness();
    session.importYaml(new TextDecoder().decode(bytesOf(name)), name);
    const after = await session.readiness();
    if (before === null || after === null) throw new Error("应有清单");
    expect(openCount(after)).toBeLessThan(openCount(before));
    session.close();
  });

  it("写着别的年份的：说明理由以后不再列，与核对的不相混；撤销又列出；待补充不能这样放过", async () => {
    const { session, keeper, check } = await openWithPrior();
    const { text } = paragraph(session, "二.三/正文");
    session.edit("二.三/正文", `${text}（2019年项目尾款）`);
    const years = async () =>
      (await session.readiness())?.open.find(({ kind }) => kind === "year")?.findings ?? [];
    const [year] = await years();
    if (year === undefined) throw new Error("应列出别的年份");
    session.acceptRemark(year, "项目名称里就有这个年份");
    expect(await years()).toEqual([]);
    expect(check.getState().outcome?.accepted).toEqual([]);
    const [accepted] = acceptedRemarks(keeper.getState().data);
    if (accepted === undefined) throw new Error("应记下理由");
    session.withdrawRemark(accepted);
    expect(await years()).toEqual([year]);
    expect(isAcceptable("gap")).toBe(false);
    expect(isAcceptable("proposal")).toBe(false);
    expect(isAcceptable("stale")).toBe(false);
    session.close();
  });
});
