import { copyFileSync, existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readOldDraft } from "../../src/cli/old-draft.ts";
import type { Draft, Paragraph } from "../../src/narrative/draft.ts";
import { withoutParts, withPart } from "../narrative/redraft/edited-files.ts";
import { openPackage, packageFaults, partText } from "../publish/open-package.ts";
import { editedWorkbook } from "./edited-workbook.ts";
import { EXAMPLES, juesuan, scratch } from "./run-cli.ts";

const example = EXAMPLES[2] ?? { stem: "", file: "", prior: "" };
const folder = scratch();
const book = join(folder, "决算.xlsx");
const yaml = join(folder, "决算.juesuan.yaml");
const changed = join(folder, "改过的.xlsx");
const old = { docx: join(folder, "旧稿.docx"), xlsx: join(folder, "旧稿.xlsx") };
const NOTE = "# 人写的注释，一个字也不能动\n";

const draft = (...args: string[]) => juesuan("draft", ...args, "--prior", example.prior);
const read = (path: string): Draft => JSON.parse(readFileSync(path, "utf8"));
const all = ({ sections }: Draft): Paragraph[] => sections.flatMap(({ paragraphs }) => paragraphs);
const textOf = (path: string, id: string) => all(read(path)).find((each) => each.id === id)?.text;

beforeAll(async () => {
  copyFileSync(example.file, book);
  writeFileSync(
    yaml,
    NOTE + readFileSync(example.file.replace(/\.xlsx$/, ".juesuan.yaml"), "utf8"),
  );
  // 收入、支出总计各改大一些。
  editedWorkbook(book, changed, { "Z01 !E37": 20_000_000, "Z01 !O37": 20_000_000 });
  for (const format of ["docx", "xlsx"] as const) {
    expect((await draft(book, "--format", format, "-o", old[format])).status).toBe(0);
  }
});

describe("juesuan draft --update", () => {
  it("没有改过、表也没有变：与新稿全同", async () => {
    for (const format of ["docx", "xlsx"] as const) {
      const fresh = join(folder, `新-${format}.json`);
      const updated = join(folder, `更新-${format}.json`);
      await draft(book, "--format", "json", "-o", fresh);
      const run = await draft(book, "--format", "json", "-o", updated, "--update", old[format]);
      expect(run.messages).toContain("0 段随表更新，0 段保留人工修改，0 处数字已过时。");
      expect(readFileSync(updated, "utf8")).toBe(readFileSync(fresh, "utf8"));
    }
  });

  it.each(["docx", "xlsx"] as const)(
    "改过一段的 .%s：别的随表更新，这一段保留，过时的数逐个指出",
    async (format) => {
      const edited = join(folder, `改过.${format}`);
      const part = format === "docx" ? "word/document.xml" : "xl/sharedStrings.xml";
      const insert = (xml: string) =>
        xml.replace("收入总计1970.68万元", "收入总计（经核对）1970.68万元");
      writeFileSync(edited, withPart(readFileSync(old[format]), part, insert));
      utimesSync(edited, 0, new Date(2024, 2, 5, 14, 20).getTime() / 1000);
      const output = join(folder, `新稿-${format}.json`);
      const args = ["--inputs", yaml, "--format", "json", "-o", output, "--update", edited];
      const run = await draft(changed, ...args);
      expect(run.status).toBe(0);
      expect(run.messages).toMatch(/1 段保留人工修改，\d+ 处数字已过时/);
      expect(run.messages).toContain("二.一/正文：“1970.68万元”现在应为“2000.00万元”");
      const kept = all(read(output)).find(({ id }) => id === "二.一/正文");
      expect(kept?.edited).toBe(true);
      expect(kept?.text).toContain("收入总计（经核对）1970.68万元");
      const stale = read(output).open.filter(({ kind }) => kind === "stale");
      expect(stale.map(({ stated, expected }) => [stated, expected])).toContainEqual([
        "1970.68万元",
        "2000.00万元",
      ]);
      for (const { text } of stale) {
        expect(kept?.text.slice(text?.start, text?.end)).toBe(text?.quote);
      }
      const history = parse(readFileSync(yaml, "utf8")).版本;
      expect(history.at(-1)).toMatchObject({
        时间: "2024-03-05 14:20",
        来由: `在《改过.${format}》上更新`,
      });
      expect(history.at(-1).段落).toContainEqual(
        expect.objectContaining({ 编号: "二.一/正文", 由: "人工", 新: kept?.text }),
      );
      expect(readFileSync(yaml, "utf8").startsWith(NOTE)).toBe(true);

      // 再更新一遍：还是那一段，过时的数还标着。
      const again = join(folder, `再更新.${format}`);
      const next = join(folder, `再更新-${format}.json`);
      await draft(changed, "--inputs", yaml, "--format", format, "-o", again, "--update", edited);
      await draft(changed, "--inputs", yaml, "--format", "json", "-o", next, "--update", again);
      expect(readFileSync(next, "utf8")).toBe(readFileSync(output, "utf8"));
      const parts = openPackage(readFileSync(again));
      expect(packageFaults(parts)).toEqual([]);
      if (format === "docx") {
        expect(partText(parts, "word/comments.xml")).toContain("数已过时：现在应为“2000.00万元”。");
        expect(partText(parts, "word/comments.xml")).not.toContain("w:date");
        expect(partText(parts, "word/document.xml")).toContain('<w:highlight w:val="cyan"/>');
      } else
        expect(partText(parts, "xl/sharedStrings.xml")).toContain(
          "“1970.68万元”现在应为“2000.00万元”",
        );
    },
  );

  it("别的软件另存过、分过段并过段的 .docx：一字不少", async () => {
    const output = join(folder, "另存.json");
    const path = "tests/fixtures/redraft/resaved.docx";
    const run = await draft(
      changed,
      "--inputs",
      yaml,
      "--format",
      "json",
      "-o",
      output,
      "--update",
      path,
    );
    expect(run.status).toBe(0);
    expect(textOf(output, "二.一/正文")).toContain("收入总计（经核对）1970.68万元");
    expect(textOf(output, "二.二/正文")).toMatch(/占100%。\n政府性基金预算财政拨款收入0万元/);
    expect(textOf(output, "二.二/标题")).toBeUndefined();
    expect(textOf(output, "二.三/标题")).toMatch(/^三、支出决算情况说明2023年本年支出合计/);
    expect(textOf(output, "二.三/正文")).toBeUndefined();
    expect(all(read(output)).map(({ text }) => text)).toContain("这是补写的一段。");
    expect(run.messages).toContain("二.二/标题：你删去了，没有再写");
  });

  it("别的软件另存过的 .xlsx：底稿还在", async () => {
    const path = "tests/fixtures/redraft/resaved.xlsx";
    const { base, paragraphs } = await readOldDraft(readFileSync(path), path);
    expect(base?.paragraphs.map(({ id }) => id)).toEqual(paragraphs.flatMap(({ ids }) => ids));
    const different = paragraphs.filter(({ text }, at) => text !== base?.paragraphs[at]?.text);
    expect(different.map(({ ids }) => ids)).toEqual([["二.一/正文"]]);
  });

  it("底稿没有了：与新稿相同的算没有改过，其余保留，与表不符的数标出，说清楚", async () => {
    const bare = join(folder, "没有底稿.docx");
    writeFileSync(bare, withoutParts(readFileSync(old.docx), /^customXml\//));
    const output = join(folder, "没有底稿.json");
    const run = await draft(
      changed,
      "--inputs",
      yaml,
      "--format",
      "json",
      "-o",
      output,
      "--update",
      bare,
    );
    expect(run.messages).toContain("旧稿里没有底稿");
    expect(run.messages).toContain("二.一/正文：“1970.68万元”现在应为“2000.00万元”");
    expect(textOf(output, "二.一/正文")).toContain("收入总计1970.68万元");
  });

  it("底稿没有了，连方向一起写错的、添写的数：写进新稿的批注，公开之前要了结", async () => {
    const bare = join(folder, "没有底稿改错.docx");
    const wrong = (xml: string) =>
      xml
        .replace("减少84.56万元，", "增加184.56万元，")
        .replace("收入总计1970.68万元", "收入总计1970.68万元（含专户资金765.43万元）");
    const cut = withoutParts(readFileSync(old.docx), /^customXml\//);
    writeFileSync(bare, withPart(cut, "word/document.xml", wrong));
    const output = join(folder, "没有底稿改错-新.docx");
    const args = ["--inputs", yaml, "--update", bare];
    const run = await draft(book, ...args, "--format", "docx", "-o", output);
    expect(run.status).toBe(0);
    expect(run.messages).toMatch(/1 处数字没有依据.*：\n　1\. .*“765\.43万元”。/);
    const parts = openPackage(readFileSync(output));
    expect(partText(parts, "word/comments.xml")).toContain("这个数没有依据，请核对。");
    expect(partText(parts, "word/comments.xml")).toMatch(
      /数已过时：现在应为“(减少|增加)[\d.]+万元”/,
    );
    const ready = await draft(book, ...args, "--ready");
    expect(ready.status).toBe(1);
    expect(ready.result).toMatch(/没有依据的数（1 件）/);
    expect(ready.result).toMatch(/改过的文字里过时的数（\d 件）/);
  });

  it("换了说明模板：说清楚换了什么，重写的段落不当作表里没有了", async () => {
    const output = join(folder, "换模板.json");
    const args = ["--inputs", yaml, "--format", "json", "-o", output, "--update", old.docx];
    const run = await draft(book, ...args, "--profile", "上海部门");
    expect(run.status).toBe(0);
    expect(run.messages).toContain("旧稿用的是说明模板“四川部门”，这次用的是“上海部门”");
    expect(run.messages).toMatch(/旧模板的 \d+ 段，新模板里没有.*二\.十\.（一）\/正文/);
    expect(run.messages).not.toContain("表里没有这一项了");
    expect(textOf(output, "二.十一.（一）/正文")).toContain("机关运行经费");
    const same = await draft(book, ...args, "--profile", "四川部门");
    expect(same.messages).not.toContain("注意：旧稿");
  });

  it("不写在旧稿上；旧稿读不了、没有说明、不是同一年的，说明白", async () => {
    const before = readFileSync(old.docx);
    const over = await draft(book, "--format", "docx", "-o", old.docx, "--update", old.docx);
    expect([over.status, over.messages]).toEqual([2, expect.stringContaining("不能写在旧稿")]);
    expect(readFileSync(old.docx).equals(before)).toBe(true);

    const damaged = join(folder, "坏的.docx");
    writeFileSync(damaged, before.subarray(0, before.length - 300));
    for (const [path, says] of [
      [damaged, "坏"],
      [book, "里没有说明"],
      [join(folder, "没有.docx"), "打不开"],
    ] as const) {
      const run = await draft(book, "--format", "txt", "--update", path);
      expect(run.status).toBe(2);
      expect(run.messages).toContain(says);
    }
    const other = EXAMPLES[1] ?? example;
    const run = await juesuan("draft", other.file, "--update", old.docx, "--inputs", yaml);
    expect([run.status, run.messages]).toEqual([2, expect.stringContaining("2023年度")]);
  });

  it("填报文件写坏了：照样更新，状态 1，只是不记这一版，文件不动", async () => {
    const broken = join(folder, "坏.yaml");
    writeFileSync(broken, "级别: [\n");
    const out = join(folder, "照样更新.txt");
    const run = await draft(changed, "--inputs", broken, "--update", old.docx, "-o", out);
    expect(run.status).toBe(1);
    expect(run.messages).toContain("给出的文件有读不出、不能用的");
    expect(run.messages).toContain("没有记下这一版");
    expect(readFileSync(broken, "utf8")).toBe("级别: [\n");
    expect(existsSync(join(folder, "改过的.juesuan.yaml"))).toBe(false);
  });
});
