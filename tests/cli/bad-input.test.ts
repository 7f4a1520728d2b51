import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { editedWorkbook } from "./edited-workbook.ts";
import { EXAMPLES, juesuan, scratch } from "./run-cli.ts";

const folder = scratch();
const first = EXAMPLES[0] ?? { stem: "", file: "", prior: "" };
const path = (name: string): string => join(folder, name);

function written(name: string, content: Uint8Array | string): string {
  writeFileSync(path(name), content);
  return path(name);
}

/** 状态 2，一段中文，指名文件，不带堆栈。 */
async function refused(file: string, ...says: (string | RegExp)[]): Promise<void> {
  for (const command of ["check", "draft", "inputs"]) {
    const run = await juesuan(command, file);
    expect(run.status, `${command} ${file}`).toBe(2);
    expect(run.messages).not.toMatch(/\bat .+:\d+|Error:|undefined/);
    for (const part of says) expect(run.messages).toMatch(part);
  }
}

describe("给的文件一点也用不上：状态 2，说清是哪个文件、为什么、怎么办", () => {
  it("没有这个文件", () => refused(path("没有.xlsx"), "没有.xlsx", "没有这个文件"));
  it("给的是文件夹", () => refused(folder, "文件夹"));
  it("空文件", () => refused(written("空.xlsx", ""), "空.xlsx", "空"));
  it("不是工作簿：文本", () => refused(written("说明.xlsx", "二〇二三年度决算说明"), "说明.xlsx"));
  it("不是工作簿：图片", () =>
    refused(
      written("图.xlsx", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])),
      "图.xlsx",
    ));
  it("压缩包被截断", () => {
    const whole = readFileSync(first.file);
    return refused(written("截断.xlsx", whole.subarray(0, whole.length >> 1)), "截断.xlsx");
  });
  it("一张决算表也认不出", async () => {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["姓名", "电话"]]), "通讯录");
    const file = written("通讯录.xlsx", XLSX.write(book, { type: "buffer", bookType: "xlsx" }));
    await refused(file, "通讯录.xlsx", "没有认出");
  });
  it("财政总决算不是部门决算", async () => {
    const book = XLSX.utils.book_new();
    const rows = [
      ["2023年度一般公共预算收支决算总表"],
      ["", "", "决算01表"],
      ["编制单位：某县财政局", "", "单位：万元"],
      ["预算科目", "调整预算数", "决算数"],
      ["一、税收收入", 100, 90],
    ];
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), "决算01");
    const file = written("总决算.xlsx", XLSX.write(book, { type: "buffer", bookType: "xlsx" }));
    await refused(file, "总决算.xlsx", /财政总决算/);
  });
});

describe("部分用不上：说清哪张表哪一格，其余照做", () => {
  it("金额格里是公式错误", async () => {
    const file = editedWorkbook(first.file, path("引用错误.xlsx"), {
      "Z01 !E37": { error: "#REF!" },
    });
    const run = await juesuan("check", file, "--format", "json");
    const report = JSON.parse(run.result);
    expect(run.status).toBe(1);
    const named = report.findings.filter((one: { message: string }) => /E37/.test(one.message));
    expect(named[0]?.message).toMatch(/#REF!/);
    expect(report.tables).toHaveLength(24);
  });

  it("金额格里是文字，用到它的关系不当作零去算", async () => {
    const file = editedWorkbook(first.file, path("文字.xlsx"), { "Z04 !F12": "约463万" });
    const report = JSON.parse((await juesuan("check", file, "--format", "json")).result);
    const named = report.findings.filter((one: { message: string }) => /F12/.test(one.message));
    expect(named[0]?.message).toMatch(/约463万/);
    const linkage = report.findings.filter(
      (one: { kind: string; severity: string }) =>
        one.kind === "linkage" && one.severity === "error",
    );
    expect(linkage).toEqual([]);
  });

  it("重复的科目行", async () => {
    const file = editedWorkbook(first.file, path("重复.xlsx"), { "Z04 !A13": "2010301" });
    const report = JSON.parse((await juesuan("check", file, "--format", "json")).result);
    const duplicate = report.findings.find((one: { rule: string }) => /重复/.test(one.rule));
    expect(duplicate?.message).toMatch(/2010301/);
    expect(duplicate?.cells.length).toBeGreaterThan(0);
  });

  it("一个文件里混用元和万元", async () => {
    const file = editedWorkbook(first.file, path("混用.xlsx"), { "Z04 !J3": "金额单位：万元" });
    const run = await juesuan("check", file, "--format", "json");
    const report = JSON.parse(run.result);
    expect(run.status).toBe(1);
    const mixed = report.findings.find((one: { rule: string }) => /单位混用/.test(one.rule));
    expect(mixed?.message).toMatch(/万元/);
    expect(mixed?.message).toMatch(/Z04/);
  });

  it("缺一张表：用到它的规则列为没有查", async () => {
    const file = editedWorkbook(first.file, path("缺表.xlsx"), {}, (book) => {
      const name = book.SheetNames.find((sheet) => sheet.startsWith("Z05_3")) ?? "";
      book.SheetNames = book.SheetNames.filter((sheet) => sheet !== name);
      delete book.Sheets[name];
    });
    const report = JSON.parse((await juesuan("check", file, "--format", "json")).result);
    const notRun = report.rules.notRun.filter((one: { why: string }) => /财决05-3/.test(one.why));
    expect(notRun.map((one: { rule: string }) => one.rule)).toContain("I12");
  });
});

describe("上年工作簿拿错了：指出来，一个上年数也不用", () => {
  const draftText = async (...args: string[]) => {
    const run = await juesuan("draft", first.file, ...args);
    return { ...run, text: run.result };
  };

  it("不是上年", async () => {
    const run = await draftText("--prior", first.file);
    expect(run.messages).toMatch(/2023年度/);
    expect(run.messages).toMatch(/2022年度/);
    expect(run.text).toMatch(/【待补充：增减情况（2022年度[^】]*工作簿）】/);
    expect(run.text).not.toMatch(/比2022年度?增加/);
    expect(run.status).toBe(1);
    expect(run.messages).toContain("给出的上年工作簿不能用：上年工作簿《");
    expect(run.messages).not.toContain("没有给出2022年度");
  });

  it("别的单位", async () => {
    const other = EXAMPLES[2]?.prior ?? "";
    const run = await draftText("--prior", other);
    expect(run.messages).toMatch(/泸县人民政府办公室/);
    expect(run.status).toBe(1);
    expect(run.text).toMatch(/【待补充：增减情况（2022年度[^】]*工作簿）】/);
  });

  it("没有给：说没有给出，状态 0", async () => {
    const run = await draftText("--inputs", first.file.replace(/\.xlsx$/, ".juesuan.yaml"));
    expect(run.status).toBe(0);
    expect(run.messages).toContain("没有给出2022年度的决算工作簿");
  });

  it("写填报文件时同样指出，状态 1", async () => {
    const run = await juesuan("inputs", first.file, "--prior", first.file);
    expect(run.status).toBe(1);
    expect(run.result).toContain("给出的上年工作簿不能用：");
  });

  it("核对时同样指出，状态 1", async () => {
    const run = await juesuan("check", first.file, "--prior", first.file, "--format", "json");
    expect(run.status).toBe(1);
    const rules = JSON.parse(run.result).findings.map((one: { rule: string }) => one.rule);
    expect(rules).toContain("上年/年度不符");
  });
});

describe("用法不对：状态 2，中文", () => {
  it.each([
    [["check"], "缺少参数"],
    [["核对", "a.xlsx"], "没有“核对”这个命令"],
    [["check", "a.xlsx", "--formt", "json"], "没有“--formt”这个选项"],
    [["check", "a.xlsx", "--format", "pdf"], "可以写"],
    [["draft", first.file, "--format", "docx"], "-o"],
    [["draft", first.file, "--level", "局"], "部门"],
    [["draft", first.file, "--profile", "云南"], "四川"],
    [["draft", first.file, "--update", "旧稿.docx"], "打不开“旧稿.docx”"],
  ])("%j", async (args, says) => {
    const run = await juesuan(...args);
    expect(run.status).toBe(2);
    expect(run.messages).toContain(says);
    expect(run.messages).not.toMatch(/error:|\bat /);
  });
});
