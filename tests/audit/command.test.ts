import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { EXAMPLES, juesuan, scratch } from "../cli/run-cli.ts";

const folder = scratch();

function textFile(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const WRONG = `第二部分 2024年度部门决算情况说明
三、支出决算情况说明
2024年度本年支出合计863.25万元，其中：基本支出535.68万元，占61.05%；项目支出327.57万元，占37.95%。
`;

test("起草的说明写成文件再审：没有问题，状态 0", async () => {
  const [example] = EXAMPLES;
  if (example === undefined) throw new Error("没有示例");
  const draft = join(folder, "说明.docx");
  await juesuan("draft", example.file, "--prior", example.prior, "--format", "docx", "-o", draft);
  const run = await juesuan("audit", draft, "--workbook", example.file, "--prior", example.prior);
  expect(run.result).toContain("没有发现问题");
  expect(run.status).toBe(0);
});

test("有错的说明：状态 1，JSON 里每条指得回原文", async () => {
  const file = textFile("有错.txt", WRONG);
  const out = join(folder, "结果.json");
  const run = await juesuan("audit", file, "--format", "json", "-o", out);
  expect(run.status).toBe(1);
  const json = JSON.parse(readFileSync(out, "utf8"));
  expect(json.year).toBe(2024);
  expect(json.findings).toHaveLength(1);
  const [finding] = json.findings;
  expect(finding).toMatchObject({ rule: "text/share", severity: "error", section: "二.三" });
  expect(json.text.slice(finding.start, finding.end)).toBe(finding.quote);
  expect(finding.text).toEqual({
    quote: finding.quote,
    start: finding.start,
    end: finding.end,
    section: finding.section,
  });
  const shown = await juesuan("audit", file);
  expect(shown.result).toContain("占61.05%");
  expect(shown.result).toContain("62.05%");
});

test("不是决算情况说明、没有这个文件、只给上年工作簿：状态 2，说明怎么办", async () => {
  const other = await juesuan("audit", textFile("通知.txt", "关于召开会议的通知\n请准时参加。"));
  expect(other.status).toBe(2);
  expect(other.messages).toContain("没有找到决算情况说明");
  const missing = await juesuan("audit", join(folder, "没有.txt"));
  expect(missing.status).toBe(2);
  const prior = await juesuan("audit", textFile("有错.txt", WRONG), "--prior", "x.xlsx");
  expect(prior.status).toBe(2);
  expect(prior.messages).toContain("--workbook");
});

describe("各种输出", () => {
  test("html：一页网页，写到屏幕也写到文件", async () => {
    const file = textFile("有错.txt", WRONG);
    const out = join(folder, "结果.html");
    const run = await juesuan("audit", file, "--format", "html", "-o", out);
    expect(run.status).toBe(1);
    expect(readFileSync(out, "utf8")).toContain("62.05%");
    const shown = await juesuan("audit", file, "--format", "html");
    expect(shown.result).toBe(readFileSync(out, "utf8"));
  });

  test("docx：交来的原件加批注，别的部件不动，再审一遍结果一样", async () => {
    const [example] = EXAMPLES;
    if (example === undefined) throw new Error("没有示例");
    const draft = join(folder, "原稿.docx");
    await juesuan("draft", example.file, "--prior", example.prior, "--format", "docx", "-o", draft);
    const parts = unzipSync(readFileSync(draft));
    const [path, xml] = [
      "word/document.xml",
      strFromU8(parts["word/document.xml"] ?? new Uint8Array()),
    ];
    const wrong = xml.replace(
      /占(\d\d)\.(\d\d)%/,
      (_, whole, rest) => `占${100 - Number(whole)}.${rest}%`,
    );
    expect(wrong).not.toBe(xml);
    const file = join(folder, "交来.docx");
    writeFileSync(file, zipSync({ ...parts, [path]: strToU8(wrong) }));
    const out = join(folder, "带批注.docx");
    const books = ["--workbook", example.file, "--prior", example.prior];
    const run = await juesuan("audit", file, ...books, "--format", "docx", "-o", out);
    expect(run.status).toBe(1);
    const annotated = unzipSync(readFileSync(out));
    for (const name of Object.keys(parts)) {
      if (/document\.xml|Content_Types/.test(name)) continue;
      expect(annotated[name], name).toEqual(parts[name]);
    }
    const findings = async (path: string) =>
      JSON.parse((await juesuan("audit", path, ...books, "--format", "json")).result).findings;
    const before = await findings(file);
    expect(before.length).toBeGreaterThan(0);
    expect(await findings(out)).toEqual(before);
    const comments = strFromU8(annotated["word/comments.xml"] ?? new Uint8Array());
    expect(comments.match(/<w:comment /g)).toHaveLength(before.length + 1);
  });

  test("docx 没有给输出文件、输出就是原稿：状态 2，原稿不动", async () => {
    const file = textFile("有错.txt", WRONG);
    const screen = await juesuan("audit", file, "--format", "docx");
    expect(screen.status).toBe(2);
    expect(screen.messages).toContain("-o");
    const same = await juesuan("audit", file, "--format", "docx", "-o", file);
    expect(same.status).toBe(2);
    expect(readFileSync(file, "utf8")).toBe(WRONG);
  });
});

describe("各种输入", () => {
  test("PDF：审得出种下的错；设有密码的说明白", async () => {
    const run = await juesuan("audit", "tests/fixtures/pdf/说明.pdf");
    expect(run.status).toBe(1);
    expect(run.result).toContain("占56.46%");
    const locked = await juesuan("audit", "tests/fixtures/pdf/有密码.pdf");
    expect(locked.status).toBe(2);
    expect(locked.messages).toContain("打开密码");
  });

  test("PDF 要 docx：写成一份新的，带批注", async () => {
    const out = join(folder, "由PDF.docx");
    await juesuan("audit", "tests/fixtures/pdf/说明.pdf", "--format", "docx", "-o", out);
    const again = await juesuan("audit", out);
    expect(again.result).toContain("占56.46%");
  });

  test("工作表“决算说明”：读得出；没有这张表的工作簿说明白", async () => {
    const [example] = EXAMPLES;
    if (example === undefined) throw new Error("没有示例");
    const sheet = join(folder, "说明.xlsx");
    await juesuan("draft", example.file, "--prior", example.prior, "--format", "xlsx", "-o", sheet);
    const run = await juesuan("audit", sheet, "--workbook", example.file, "--prior", example.prior);
    expect(run.result).toContain("没有发现问题");
    const none = await juesuan("audit", example.file);
    expect(none.status).toBe(2);
    expect(none.messages).toContain("没有工作表“决算说明”");
  });

  test("别的单位的说明：报错，不对照；指明仍要对照的照样对照", async () => {
    const [example, other] = EXAMPLES;
    if (example === undefined || other === undefined) throw new Error("没有示例");
    const year = example.stem.slice(0, 4);
    const file = textFile(
      "别家.txt",
      `${other.stem.slice(5)}${year}年度部门决算\n第二部分 ${year}年度部门决算情况说明\n三、支出决算情况说明\n${year}年度本年支出合计0.01万元。\n`,
    );
    const run = await juesuan("audit", file, "--workbook", example.file);
    expect(run.status).toBe(1);
    expect(run.result).toContain("没有对照");
    expect(run.result).not.toContain("取自决算表");
    const anyway = await juesuan("audit", file, "--workbook", example.file, "--any-unit");
    expect(anyway.result).not.toContain("没有对照");
    expect(anyway.result).toContain("取自决算表");
  });
});
