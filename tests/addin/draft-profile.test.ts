import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { FileHost } from "../../addin/host/file/file-host.ts";
import { sourceFromFiles } from "../../addin/session/draft-session-profile.ts";
import { copyOfShipped } from "../../src/narrative/templates/copy-profile.ts";
import { shippedProfiles } from "../../src/narrative/templates/shipped-profiles.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { readExample } from "../fixtures/examples.ts";
import {
  bytesOf,
  CURRENT,
  composed,
  keptDataOf,
  openDraft,
  PRIOR,
  paragraph,
} from "./draft-session-fixture.ts";

const TOTALS = "二.一 收入支出决算总体情况.txt";
const BODY = "二.一/正文";

let workbook: Workbook;
beforeAll(async () => {
  workbook = await readExample(CURRENT);
});

const utf8 = (text: string) => new TextEncoder().encode(text);

/** “四川单位”抄一份，改一节的文字；各文件读成字节。 */
function ownFiles(change: (text: string) => string) {
  const source = copyOfShipped("四川单位", "本县模板");
  if (source === null) throw new Error("应有四川单位");
  return source.files.map(({ name, text }) => ({
    name,
    bytes: utf8(name === TOTALS ? change(text) : text),
  }));
}

const reworded = ownFiles((text) => text.replace("收、支总计均为", "收入支出都是"));

/** “收、支总计均为”改成“收入总计为”的 GB18030 字节，各字取自国标码表。 */
function gb18030(text: string): Uint8Array {
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder("gb18030");
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low === 0x7f) continue;
      codes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
    }
  }
  return new Uint8Array(
    [...text].flatMap((each) => codes.get(each) ?? [each.codePointAt(0) ?? 0x3f]),
  );
}

describe("说明模板", () => {
  it("换随附的任何一套，句子变、数不变；换回来一字不差", async () => {
    const { session } = await openDraft(new FileHost(workbook));
    await session.pickPrior(PRIOR, bytesOf(PRIOR));
    const before = composed(session).draft;
    const total = paragraph(session, BODY).figures[0]?.value;
    expect(total).toBeDefined();
    for (const name of shippedProfiles.names) {
      session.chooseProfile(name);
      expect(composed(session).draft.profile).toBe(name);
      expect(session.getState().notice).toContain(name);
      expect(paragraph(session, BODY).figures.map(({ value }) => value)).toContain(total);
    }
    session.chooseProfile(null);
    expect(composed(session).draft).toEqual(before);
    session.close();
  });

  it("用自己的一套：立即照它写，随工作簿保存，重开还在；换用随附的以后还能换回来", async () => {
    const { session, host, keeper } = await openDraft(new FileHost(workbook));
    session.pickProfile("本县模板", reworded);
    expect(session.getState().refusedProfile).toBeNull();
    expect(paragraph(session, BODY).text).toContain("收入支出都是1186.95万元");
    expect(composed(session).draft.profile).toBe("本县模板");
    session.chooseProfile("四川单位");
    expect(paragraph(session, BODY).text).not.toContain("收入支出都是");
    session.chooseOwnProfile();
    await keeper.flush();
    session.close();

    const again = await openDraft(new FileHost(workbook, keptDataOf(host)));
    expect(paragraph(again.session, BODY).text).toContain("收入支出都是1186.95万元");
    // 导出的填报文件带着它，换一台电脑导入也一样。
    const other = await openDraft(new FileHost(workbook));
    other.session.importYaml(again.session.exportYaml(), "导出.yaml");
    expect(composed(other.session).inputProblems).toEqual([]);
    expect(composed(other.session).draft).toEqual(composed(again.session).draft);
    other.session.close();
    again.session.close();
  });

  it("写错的一处不用：指出文件、行、列、最相近的名称，原来的草稿不变", async () => {
    const { session } = await openDraft(new FileHost(workbook));
    const before = composed(session).draft;
    session.pickProfile(
      "本县模板",
      ownFiles((text) => text.replace("{收入总计}", "{收入总记}")),
    );
    const refused = session.getState().refusedProfile;
    expect(refused?.name).toBe("本县模板");
    const [mistake] = refused?.mistakes ?? [];
    expect(mistake).toMatchObject({ file: TOTALS, todo: expect.stringContaining("收入总计") });
    expect(mistake?.line).toBeGreaterThan(1);
    expect(composed(session).draft).toEqual(before);
    session.close();
  });

  it("保存着的一套后来用不了（程序换了版本）：按级别用随附的，列为错误", async () => {
    const { session, keeper } = await openDraft(new FileHost(workbook));
    const own = { name: "本县模板", files: [{ name: "写法.yaml", text: "底本: 没有这一套" }] };
    keeper.update((data) => ({ ...data, profile: { shipped: null, own, usesOwn: true } }));
    session.chooseOwnProfile();
    const { draft } = composed(session);
    expect(draft.profile).toBe("四川单位");
    expect(draft.open.find(({ rule }) => rule === "模板/写错")?.what).toContain("没有这一套");
    session.close();
  });

  it("改过的段落换模板以后照旧保留", async () => {
    const { session } = await openDraft(new FileHost(workbook));
    session.edit(BODY, "我自己写的一段。");
    session.pickProfile("本县模板", reworded);
    expect(paragraph(session, BODY)).toMatchObject({ text: "我自己写的一段。", edited: true });
    expect(composed(session).notes.get(BODY)?.editOutdated).toBe(true);
    session.close();
  });

  it("复制成文件：解开来原样再选，写出的说明一样", async () => {
    const host = new FileHost(workbook);
    const saved: { name: string; content: Uint8Array }[] = [];
    host.download = async (name, content) => {
      saved.push({ name, content });
    };
    const { session } = await openDraft(host);
    const before = composed(session).draft;
    await session.copyProfile();
    const [zip] = saved;
    expect(zip?.name).toBe("自己的四川单位.zip");
    const files = Object.entries(unzipSync(zip?.content ?? new Uint8Array())).map(
      ([path, bytes]) => ({ name: path.split("/").slice(1).join("/"), bytes }),
    );
    expect(files.length).toBeGreaterThan(20);
    session.pickProfile("自己的四川单位", files);
    expect(session.getState().refusedProfile).toBeNull();
    expect(composed(session).draft.sections).toEqual(before.sections);
    session.close();
  });
});

describe("整本决算公开", () => {
  it("选了整本：封面和五个部分都在，要填的栏多出来，下载的文件名也不同", async () => {
    const host = new FileHost(workbook);
    const saved: string[] = [];
    host.download = async (name) => {
      saved.push(name);
    };
    const { session } = await openDraft(host);
    const fields = () =>
      composed(session).groups.flatMap((group) => group.fields.map(({ path }) => path.join(".")));
    expect(fields()).not.toContain("概况.职责");
    session.fill(["整本"], true);
    await session.downloadDocx();
    expect(composed(session).draft.sections.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["封面", "一", "四", "五"]),
    );
    expect(fields()).toContain("概况.职责");
    session.fill(["概况", "职责"], "办理文电。");
    session.fill(["整本"], undefined);
    await session.downloadDocx();
    expect(saved.map((name) => name.replace(/^.*年度/, ""))).toEqual([
      "单位决算公开.docx",
      "单位决算情况说明.docx",
    ]);
    session.close();
  });
});

describe("选的文件", () => {
  it("UTF-8、GB18030 都读得出；系统自己的文件不提；别的文件由模板的检查指出", () => {
    const text = "底本: 四川单位\n写法:\n  收支总计: 分写\n";
    for (const bytes of [utf8(text), utf8(`\uFEFF${text}`), gb18030(text)]) {
      const { source, mistakes } = sourceFromFiles("甲", [
        { name: "写法.yaml", bytes },
        { name: ".DS_Store", bytes: new Uint8Array([0, 1, 2]) },
      ]);
      expect(mistakes).toEqual([]);
      expect(source.files).toHaveLength(1);
      expect(source.files[0]?.text.replace("\uFEFF", "")).toBe(text);
    }
  });

  it("不是文字的、太大的说明白", () => {
    const broken = sourceFromFiles("甲", [
      { name: "二.一 总体.txt", bytes: new Uint8Array([0xff, 0xff, 0x80, 0x00]) },
    ]);
    expect(broken.mistakes[0]).toMatchObject({ file: "二.一 总体.txt", line: 1, column: 1 });
    const large = sourceFromFiles("甲", [
      { name: "二.一 总体.txt", bytes: utf8("字".repeat(200_001)) },
    ]);
    expect(large.mistakes[0]?.what).toContain("太大");
  });
});
