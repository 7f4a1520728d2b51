import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { EXAMPLES, juesuan, scratch } from "./run-cli.ts";

const [example] = EXAMPLES;
if (example === undefined) throw new Error("没有示例");
let folder: string;
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = scratch();
  copyFileSync(example.file, at("本年.xlsx"));
  copyFileSync(example.prior, at("上年.xlsx"));
});

describe("读的原件只读不写", () => {
  it.each([
    ["check", "本年.xlsx", "xlsx"],
    ["check", "上年.xlsx", "xlsx"],
    ["draft", "本年.xlsx", "xlsx"],
    ["draft", "上年.xlsx", "xlsx"],
    ["inputs", "本年.xlsx", null],
    ["inputs", "上年.xlsx", null],
  ])("%s 不写在 %s 上", async (command, target, format) => {
    const before = readFileSync(at(target));
    const shape = format === null ? [] : ["--format", format];
    const books = [at("本年.xlsx"), "--prior", at("上年.xlsx")];
    const run = await juesuan(command, ...books, ...shape, "-o", at(target));
    expect(run.status).toBe(2);
    expect(run.messages).toContain("是这次读的原件，写了就没有了");
    expect(readFileSync(at(target)).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["上年.xlsx", "本年.xlsx"]);
  });
});

describe("人会接着改的文件不覆盖", () => {
  it("填报文件：原来的一份改名留着", async () => {
    const write = () => juesuan("inputs", at("本年.xlsx"), "-o", at("别处.yaml"));
    await write();
    expect((await write()).messages).not.toContain("改名");
    writeFileSync(at("别处.yaml"), "级别: 部门\n原因:\n  收支总计增减: 我写的原因\n");
    const { status, messages } = await write();
    expect(status).toBe(0);
    expect(messages).toContain("别处（原来的1）.yaml");
    expect(readFileSync(at("别处（原来的1）.yaml"), "utf8")).toContain("我写的原因");
    expect(readFileSync(at("别处.yaml"), "utf8")).not.toContain("我写的原因");
  });

  it("说明：原来的几份各自改名留着", async () => {
    for (const text of ["改过一遍", "改过两遍"]) {
      writeFileSync(at("说明.txt"), text);
      await juesuan("draft", at("本年.xlsx"), "-o", at("说明.txt"));
    }
    expect(readFileSync(at("说明（原来的1）.txt"), "utf8")).toBe("改过一遍");
    expect(readFileSync(at("说明（原来的2）.txt"), "utf8")).toBe("改过两遍");
    expect(readFileSync(at("说明.txt"), "utf8")).toContain("收入");
  });
});

it("写到文件夹上：说明白，不留下没写完的文件", async () => {
  const run = await juesuan("check", at("本年.xlsx"), "-o", folder);
  expect(run.status).toBe(2);
  expect(run.messages).toContain("它是文件夹");
  expect(existsSync(`${folder}.未写完`)).toBe(false);
});
