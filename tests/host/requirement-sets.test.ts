import { readdirSync, readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { draftSheets } from "../../src/publish/draft-xlsx/draft-sheets.ts";
import { draftExample, narratives, openExample } from "../narrative/example-drafts.ts";
import { PATIENCE } from "./contract.ts";
import { NEWER_MEMBERS } from "./excel/newer-members.ts";
import { openExcel } from "./open-excel.ts";

const root = new URL("../../", import.meta.url);

/** 清单声明的最低要求集 1.7；版本都是 1.几，只比后一半。 */
const REQUIRED = 7;

test("要求集 1.7 的 Excel 里，全部功能只用 1.7 以内的成员", async () => {
  expect(newerThanRequired(await membersUsed("1.7"))).toEqual({});
});

test("更新的 Excel 里多用的成员都先问过，一个不多", async () => {
  expect(newerThanRequired(await membersUsed("1.15"))).toEqual(
    Object.fromEntries(Object.entries(NEWER_MEMBERS).filter(([name]) => !name.includes("._"))),
  );
});

test("锁文件里没有冒名的 office-js 包，官方包的版本钉死", () => {
  const lock: { packages: Record<string, { version?: string }> } = JSON.parse(
    readFileSync(new URL("package-lock.json", root), "utf8"),
  );
  const names = Object.keys(lock.packages);
  expect(names.filter((name) => /(^|\/)node_modules\/office-js$/.test(name))).toEqual([]);
  const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  expect(manifest.dependencies["@microsoft/office-js"]).toMatch(/^\d+\.\d+\.\d+$/);
  expect(lock.packages["node_modules/@microsoft/office-js"]?.version).toBe(
    manifest.dependencies["@microsoft/office-js"],
  );
});

test("只有 addin/host/office 碰 Office.js；office-js-helpers 只在一个模块里", () => {
  const touching: string[] = [];
  const helping: string[] = [];
  for (const folder of ["addin", "src"]) {
    for (const path of sources(folder)) {
      const code = withoutComments(readFileSync(new URL(path, root), "utf8"));
      if (/\b(Office|Excel|OfficeExtension)\.[a-zA-Z]/.test(code)) touching.push(path);
      if (code.includes("@microsoft/office-js-helpers")) helping.push(path);
    }
  }
  expect(touching.filter((path) => !path.startsWith("addin/host/office/"))).toEqual([]);
  expect(helping).toEqual(["addin/host/office/office-helpers.ts"]);
});

/** 把读、写、选中、事件、数据、收拾都做一遍，返回请求用到的成员。 */
async function membersUsed(excelApi: string): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for (const narrative of narratives) {
    const example = await openExample(narrative);
    const { excel, host, type, listening } = await openExcel(example.currentWorkbook, { excelApi });
    const first = example.currentWorkbook.sheets[0]?.name ?? "";
    const changes: string[] = [];
    const stops = [host.onSelection(() => {}), host.onChange(({ sheet }) => changes.push(sheet))];
    await listening(true);
    await host.readWorkbook();
    await host.readSheets([first]);
    await host.writeSheets(draftSheets(draftExample(example)));
    await host.writeSheets(draftSheets(draftExample(example)));
    await host.readNarrativeSheet();
    await host.reveal({ sheet: first, address: "B2" });
    await host.saveData("{}");
    await host.saveData("[]");
    await host.loadData();
    excel.model.add("决算说明（写入中）");
    await host.cleanUp();
    type({ sheet: first, address: "A1" }, "改");
    await vi.waitFor(() => expect(changes).toContain(first), PATIENCE);
    for (const stop of stops) stop();
    await listening(false);
    expect(excel.refused).toEqual([]);
    for (const member of excel.used) used.add(member);
  }
  return used;
}

/** 其中文档说要高于 1.7 的，以及要的版本。 */
function newerThanRequired(used: ReadonlySet<string>): Record<string, number> {
  const versions = documentedVersions();
  const newer: [string, number][] = [];
  for (const member of used) {
    // 客户端库自己用的成员，不在文档里。
    if (member.includes("._")) continue;
    const version = versions.get(member);
    expect(version, `${member} 在官方类型说明里找不到`).toBeDefined();
    if (version !== undefined && version > REQUIRED) newer.push([member, version]);
  }
  return Object.fromEntries(newer.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** 官方类型说明里每个成员要的要求集；没有单独写明的随它的类。 */
function documentedVersions(): ReadonlyMap<string, number> {
  const text = readFileSync(new URL("node_modules/@types/office-js/index.d.ts", root), "utf8");
  const namespace = text.slice(text.indexOf("declare namespace Excel {"));
  const versions = new Map<string, number>();
  let type = "";
  let typeVersion = 0;
  const pieces = namespace.matchAll(
    /\/\*\*(?<doc>(?:(?!\*\/)[\s\S])*)\*\/\s*(?:(?:(?:export )?(?:class|interface) (?<type>\w+))|(?:(?:readonly |static )?(?<member>\w+)\??\s*[:(<]))/g,
  );
  for (const { groups } of pieces) {
    const version = Number(/\[Api set: ExcelApi 1\.(\d+)/.exec(groups?.doc ?? "")?.[1] ?? 0);
    if (groups?.type !== undefined) {
      type = groups.type;
      typeVersion = version;
    } else if (groups?.member !== undefined) {
      const name = `${type}.${groups.member}`;
      const needed = Math.max(version, typeVersion);
      versions.set(name, Math.min(versions.get(name) ?? Number.POSITIVE_INFINITY, needed));
    }
  }
  return versions;
}

function sources(folder: string): string[] {
  return readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`);
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
}
