import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { EXAMPLES, juesuan, scratch } from "./run-cli.ts";

const folder = scratch();

describe.each(EXAMPLES)("$stem", ({ stem, file, prior }) => {
  it("核对：没有错误和警告，认出的表不少于 23 张", async () => {
    const run = await juesuan("check", file, "--prior", prior, "--format", "json");
    const report = JSON.parse(run.result);
    expect(run.status).toBe(0);
    const severities = report.findings.map((one: { severity: string }) => one.severity);
    expect(new Set([...severities, "note"])).toEqual(new Set(["note"]));
    expect(report.unrecognised).toEqual([]);
    expect(report.tables.length).toBeGreaterThanOrEqual(23);
    expect(report.rules.run.length).toBeGreaterThan(100);
    expect(report).toMatchObject({ year: Number(stem.slice(0, 4)), unit: stem.slice(5) });
  });

  it("起草：四种格式都写得出，两次的字节相同", async () => {
    for (const format of ["txt", "json", "docx", "xlsx"]) {
      const [first, second] = [1, 2].map((n) => join(folder, `${stem}-${n}.${format}`));
      for (const target of [first, second]) {
        const run = await juesuan(
          ...["draft", file, "--prior", prior, "--format", format, "-o", target ?? ""],
        );
        expect(run.status).toBe(0);
      }
      expect(readFileSync(first ?? "").equals(readFileSync(second ?? ""))).toBe(true);
    }
  });

  it("起草的 JSON 与约定的形状一致，每个数、每处待补充都在原位", async () => {
    const run = await juesuan("draft", file, "--prior", prior, "--format", "json");
    const draft = JSON.parse(run.result);
    expect(draft).toMatchObject({ unit: stem.slice(5), year: Number(stem.slice(0, 4)) });
    const paragraphs = draft.sections.flatMap((one: { paragraphs: unknown[] }) => one.paragraphs);
    expect(paragraphs.length).toBeGreaterThan(60);
    for (const { text, figures, gaps } of paragraphs) {
      for (const part of [...figures, ...gaps]) {
        expect(text.slice(part.start, part.end)).toBe(part.text);
      }
    }
  });

  it("填报文件：写得出，读得回，不改动任何已知的数", async () => {
    const target = join(folder, `${stem}.juesuan.yaml`);
    const written = await juesuan("inputs", file, "--prior", prior, "-o", target);
    expect(written.status).toBe(0);
    const empty = await juesuan("draft", file, "--prior", prior, "--inputs", target);
    const none = await juesuan("draft", file, "--prior", prior, "--inputs", writtenEmpty());
    expect(empty.result).toBe(none.result);
  });
});

describe("上年的填报", () => {
  it("上年工作簿旁边有填报文件的，写过的原因列在新的填报文件里，并记进原因库", async () => {
    const [example] = EXAMPLES;
    if (example === undefined) throw new Error("没有示例");
    const prior = join(folder, "上年.xlsx");
    copyFileSync(example.prior, prior);
    writeFileSync(join(folder, "上年.juesuan.yaml"), "原因:\n  收支总计增减: 机构改革后职能划入\n");
    const run = await juesuan("inputs", example.file, "--prior", prior);
    expect(run.result).toContain("# 上年写的：机构改革后职能划入");
    expect(run.result).toContain('原因库:\n  收支总计增减: ["机构改革后职能划入"]');
  });
});

function writtenEmpty(): string {
  const path = join(folder, "空.yaml");
  writeFileSync(path, "{}\n");
  return path;
}

describe("成稿检查", () => {
  it("什么也没有填时有未了事项，状态 1，逐条写明填在哪里", async () => {
    const first = EXAMPLES[0]?.file ?? "";
    const run = await juesuan("draft", first, "--inputs", writtenEmpty(), "--ready");
    expect(run.status).toBe(1);
    expect(run.result).toMatch(/^还有 \d+ 件事没有了结/);
    expect(run.result).toMatch(/填报文件的“原因 › 收支总计增减”|上年/);
  });
});

describe("工作表损坏", () => {
  const whole = unzipSync(readFileSync(EXAMPLES[0]?.file ?? ""));
  const parts = Object.keys(whole).filter((name) => name.startsWith("xl/worksheets/sheet"));

  it("任何一张表被截断：错误指名这张表，其余照查，状态 1", async () => {
    expect(parts.length).toBe(24);
    const names = [
      ...new TextDecoder().decode(whole["xl/workbook.xml"]).matchAll(/name="([^"]+)"/g),
    ]
      .map((match) => match[1] ?? "")
      .filter((name) => name !== "");
    for (const part of parts) {
      const content = whole[part] ?? new Uint8Array();
      const damaged = { ...whole, [part]: content.subarray(0, Math.floor(content.length * 0.6)) };
      const file = join(folder, "坏.xlsx");
      writeFileSync(file, zipSync(damaged));
      const run = await juesuan("check", file, "--format", "json");
      const report = JSON.parse(run.result);
      const broken = report.findings.filter(
        (one: { rule: string }) => one.rule === "文件/工作表损坏",
      );
      expect(run.status).toBe(1);
      expect(broken).toHaveLength(1);
      expect(names.some((name) => broken[0].what.includes(`“${name}”`))).toBe(true);
      expect(report.tables).toHaveLength(23);
    }
  });

  it("全部工作表都坏了：状态 2，逐张说明", async () => {
    const damaged = { ...whole };
    for (const part of parts) damaged[part] = strToU8("<worksheet>");
    const file = join(folder, "全坏.xlsx");
    writeFileSync(file, zipSync(damaged));
    const run = await juesuan("check", file);
    expect(run.status).toBe(2);
    expect(run.messages.match(/“[^”]+”：/g)?.length).toBe(24);
  });
});
