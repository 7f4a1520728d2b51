import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
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
