import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { shippedProfiles } from "../../src/narrative/templates/shipped-profiles.ts";
import { EXAMPLES, juesuan, scratch } from "./run-cli.ts";

const [example = { file: "", prior: "" }] = EXAMPLES;
const draft = (...args: string[]) =>
  juesuan("draft", example.file, "--prior", example.prior, ...args);

async function copied(): Promise<string> {
  const folder = join(scratch(), "本县");
  expect((await juesuan("profiles", "四川单位", "-o", folder)).status).toBe(0);
  return folder;
}

describe("juesuan profiles", () => {
  test("列出随附的模板和各自的文件", async () => {
    const { status, result } = await juesuan("profiles");
    expect(status).toBe(0);
    for (const name of shippedProfiles.names) expect(result).toContain(name);
    expect((await juesuan("profiles", "四川单位")).result).toContain("写法.yaml");
  });

  test("抄出来的是带字节序标记、用回车换行的文本，记事本打得开", async () => {
    const folder = await copied();
    const names = readdirSync(folder);
    expect(names).toContain("写法.yaml");
    for (const name of names) {
      const text = readFileSync(join(folder, name), "utf8");
      expect(text.startsWith("\uFEFF")).toBe(true);
      expect(text.replaceAll("\r\n", "")).not.toContain("\n");
    }
  });

  test("不盖掉已有的文件；没有的名称、没有说抄哪一套的，以 2 结束", async () => {
    const folder = await copied();
    for (const args of [["四川单位", "-o", folder], ["不存在"], ["-o", folder]]) {
      const { status, messages } = await juesuan("profiles", ...args);
      expect(status).toBe(2);
      expect(messages).toMatch(/已经有文件|没有叫“不存在”|没有说抄哪一套/);
    }
  });
});

describe("juesuan draft --profile", () => {
  test("抄出来没有改的，草稿与随附的一样，只有名称不同", async () => {
    const own = JSON.parse((await draft("--profile", await copied(), "--format", "json")).result);
    const same = JSON.parse((await draft("--profile", "四川单位", "--format", "json")).result);
    expect(own.profile).toBe("本县");
    expect(same.profile).toBe("四川单位");
    expect({ ...own, profile: "" }).toEqual({ ...same, profile: "" });
  });

  test.each(["utf8", "utf16le", "gb18030"])("改了一节，就用改了的（%s）", async (encoding) => {
    const folder = await copied();
    const file = readdirSync(folder).find((name) => name.startsWith("二.一 ")) ?? "";
    const text = "【标题一】一、总的情况\r\n【正文】{年度}共{收入总计}。";
    // “【标题一】一、总的情况↵【正文】共{收入总计}。”的 GBK 字节。
    const gbk =
      "a1beb1eacce2d2bba1bfd2bba1a2d7dcb5c4c7e9bff60d0aa1bed5fdcec4a1bfb9b27bcad5c8ebd7dcbcc67da1a3";
    const bytes =
      encoding === "gb18030"
        ? Buffer.from(gbk, "hex")
        : Buffer.from(`\uFEFF${text}`, encoding as BufferEncoding);
    writeFileSync(join(folder, file), bytes);
    const { status, result } = await draft("--profile", folder);
    expect(status).toBe(0);
    expect(result).toContain("一、总的情况");
    expect(result).toMatch(/共\d+(\.\d+)?万元。/);
  });

  test("删掉一节的文件用底本的；只剩注释的不写这一节", async () => {
    const folder = await copied();
    const [first = "", second = ""] = ["二.一 ", "二.二 "].map(
      (start) => readdirSync(folder).find((name) => name.startsWith(start)) ?? "",
    );
    rmSync(join(folder, first));
    writeFileSync(join(folder, second), "# 本县不写这一节\n");
    const { result } = await draft("--profile", folder);
    expect(result).toContain("一、收入支出决算总体情况说明");
    expect(result).not.toContain("二、收入决算情况说明");
  });

  test("写错的地方一次列全，带文件、行、列，以 2 结束，不起草", async () => {
    const folder = await copied();
    writeFileSync(join(folder, "笔记.docx"), "随手记");
    writeFileSync(join(folder, "二.十.（五） 其他.txt"), "【正问】{收入总记}\n");
    mkdirSync(join(folder, "旧的"));
    writeFileSync(join(folder, "Thumbs.db"), "");
    const { status, result, messages } = await draft("--profile", folder);
    expect(status).toBe(2);
    expect(result).toBe("");
    expect(messages).toContain("4 处写错");
    expect(messages).toContain("二.十.（五） 其他.txt:1:1：没有叫“正问”的样式。");
    expect(messages).toContain("二.十.（五） 其他.txt:1:6：没有叫“收入总记”的数。");
    expect(messages).toContain("笔记.docx:1:1：不认识这个文件。");
    expect(messages).toContain("旧的:1:1：不认识这个文件。");
  });

  test("没有这个模板的，列出有哪些", async () => {
    const { status, messages } = await draft("--profile", "不存在");
    expect(status).toBe(2);
    for (const name of shippedProfiles.names) expect(messages).toContain(name);
  });

  test("填报文件里记着的（窗格里选了导出的）照用；命令行另给的盖过它；写错了说明白", async () => {
    const inputs = (text: string) => {
      const path = join(scratch(), "填报.yaml");
      writeFileSync(path, text);
      return path;
    };
    const shanghai = inputs("说明模板: 上海单位\n");
    const kept = await draft("--inputs", shanghai);
    expect([kept.status, kept.messages]).toEqual([
      0,
      expect.stringContaining("说明模板：上海单位"),
    ]);
    expect(kept.result).toContain("十一、其他重要事项的情况说明");
    const given = await draft("--inputs", shanghai, "--profile", "四川单位");
    expect(given.result).not.toContain("十一、");
    expect((await draft("--inputs", shanghai, "--profile", "四川")).result).not.toContain("十一、");

    const own = (text: string, used: boolean) =>
      inputs(
        `自己的说明模板: {名称: 本县, 在用: ${used}, 文件: [{名称: 写法.yaml, 文字: "底本: 四川单位"}, {名称: 二.一 总.txt, 文字: "${text}"}]}`,
      );
    const good = "【标题一】一、总的情况";
    expect((await draft("--inputs", own(good, true))).result).toContain("一、总的情况");
    expect((await draft("--inputs", own(good, false))).result).not.toContain("一、总的情况");
    const wrong = await draft("--inputs", own("【正问】", true));
    expect([wrong.status, wrong.result]).toEqual([2, ""]);
    expect(wrong.messages).toContain("填报文件里的说明模板有 1 处写错");
    const unknown = await draft("--inputs", inputs("说明模板: 北京\n"));
    expect([unknown.status, unknown.messages]).toEqual([2, expect.stringContaining("“北京”没有")]);
  });
});
