import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { MANIFEST_PATH, parseXml } from "./read-manifest.ts";

const SCRIPT = fileURLToPath(new URL("../../scripts/manifest-address.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "manifest-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  return spawnSync(process.execPath, [SCRIPT, ...args], { encoding: "utf8" });
}

describe("换地址", () => {
  test("每个地址都换成内网的，末尾的斜线不重复，其余一字不动", () => {
    const out = join(folder, "manifest.xml");
    expect(run("https://oa.example.gov.cn:8443/juesuan/", "-o", out).status).toBe(0);
    const written = readFileSync(out, "utf8");
    const original = readFileSync(MANIFEST_PATH, "utf8");
    const base = "https://oa.example.gov.cn:8443/juesuan";
    expect(written).toBe(original.replaceAll("https://localhost:3000", base));
    expect(written).not.toContain("localhost");
    expect(written).not.toContain("juesuan//");
  });

  test("地址里的 & 写成 XML 的样子", () => {
    const out = join(folder, "ampersand.xml");
    expect(run("https://oa.example.gov.cn/a&b", "-o", out).status).toBe(0);
    expect(() => parseXml(readFileSync(out, "utf8"))).not.toThrow();
  });

  test.each([
    ["http://oa.example.gov.cn", "不是 https"],
    ["oa.example.gov.cn", "不是网址"],
    ["https://oa.example.gov.cn/?a=1", "不能带参数"],
  ])("%s 不收，并说明为什么", (address, why) => {
    const { status, stderr } = run(address, "-o", join(folder, "never.xml"));
    expect(status).toBe(2);
    expect(stderr).toContain(why);
    expect(stderr).not.toContain("    at ");
  });

  test("没有给地址时说明用法", () => {
    const { status, stderr } = run();
    expect(status).toBe(2);
    expect(stderr).toContain("用法");
  });
});
