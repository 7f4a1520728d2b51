import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openPackage, partText } from "../publish/open-package.ts";
import { editedWorkbook } from "./edited-workbook.ts";
import { EXAMPLES, juesuan, scratch } from "./run-cli.ts";

const folder = scratch();
const example = EXAMPLES.find(({ stem }) => stem.startsWith("2022-"));
if (example === undefined) throw new Error("没有 2022 年度的示例");
const { file, prior } = example;
const given = readFileSync(file.replace(/\.xlsx$/, ".juesuan.yaml"), "utf8");

function inputsFile(name: string, added: string): string {
  const path = join(folder, name);
  writeFileSync(path, `${given}\n${added}\n`);
  return path;
}

const CHECKED = "名词解释已核对: 是";
const ready = (workbook: string, inputs: string, ...more: string[]) =>
  juesuan("draft", workbook, "--prior", prior, "--inputs", inputs, "--ready", ...more);

describe("juesuan draft --ready", () => {
  it("释义没有核对：状态 1，分类计数，逐条写明怎么办；核对过：状态 0", async () => {
    const open = await ready(file, inputsFile("未核对.yaml", ""));
    expect(open.status).toBe(1);
    expect(open.result).toMatch(
      /^还有 \d+ 件事没有了结：\n\n一、没有人确认的原因、释义（\d+ 件）：/,
    );
    expect(open.result).toContain("在填报文件里写“名词解释已核对: 是”");
    const done = await ready(file, inputsFile("核对过.yaml", CHECKED));
    expect([done.status, done.result.split("\n")[0]]).toEqual([0, "没有未了事项。"]);
  });

  it("表里改错一格：说明里取自它的数不能公开，排在最前", async () => {
    const wrong = editedWorkbook(file, join(folder, "错.xlsx"), { "Z01 !E37": 999_999_999.99 });
    const run = await ready(wrong, inputsFile("错.yaml", CHECKED));
    expect(run.status).toBe(1);
    expect(run.result).toContain("一、数所在的单元格核对有错误（");
    expect(run.result).toMatch(/成稿\/单元格有错误）核对 [A-Z]\d+：/);
  });

  it("原因里写了别的年份：列出；照抄规则和内容说明理由以后不再列，核对也不受影响", async () => {
    const reason = "绩效奖发放方式变更，目标奖发放金额比上年少";
    const typed = given.replace(`收支总计增减: ${reason}`, "收支总计增减: 执行2017年定下的方案");
    expect(typed).not.toBe(given);
    const path = join(folder, "年份.yaml");
    writeFileSync(path, `${typed}\n${CHECKED}\n`);
    const open = await ready(file, path);
    const line = /（成稿\/年份）(段落.+?上年度2021年。)/.exec(open.result);
    expect([open.status, line !== null]).toEqual([1, true]);
    const accepted = [
      "已接受的问题:",
      "  - 规则: 成稿/年份",
      "    理由: 方案的名称",
      `    内容: ${JSON.stringify(line?.[1])}`,
    ];
    writeFileSync(path, `${typed}\n${CHECKED}\n${accepted.join("\n")}\n`);
    const done = await ready(file, path);
    expect(done.status).toBe(0);
    expect(done.result).toContain("另有 1 件已说明理由");
  });
});

describe("成稿检查的清单写成 JSON", () => {
  it("与文本同样的几类、同样多的件数，可以写到文件；写不成 docx", async () => {
    const inputs = inputsFile("清单.yaml", "");
    const text = await ready(file, inputs);
    const shown = await ready(file, inputs, "--format", "json");
    expect([text.status, shown.status]).toEqual([1, 1]);
    const list = JSON.parse(shown.result);
    expect(list).toMatchObject({ year: 2022, profile: "四川部门", ready: false, accepted: 0 });
    expect(text.result).toContain(`还有 ${list.count} 件事没有了结`);
    expect(list.open.map(({ kind }: { kind: string }) => kind)).toEqual(["proposal"]);
    expect(list.open[0].findings).toHaveLength(list.count);
    expect(list.open[0].findings[0]).toMatchObject({ severity: "error", kind: "proposal" });

    const path = join(folder, "清单.json");
    expect((await ready(file, inputs, "-o", path)).status).toBe(1);
    expect(readFileSync(path, "utf8")).toBe(shown.result);
    const word = await ready(file, inputs, "--format", "docx", "-o", join(folder, "清单.docx"));
    expect([word.status, word.messages]).toEqual([2, expect.stringContaining("不能写成 docx")]);
  });
});

describe("juesuan draft --whole", () => {
  it("命令行加 --whole 与填报“整本: 是”写出的一样，有目录", async () => {
    const whole = join(folder, "整本.docx");
    const typed = join(folder, "填报.docx");
    const args = ["--prior", prior, "--format", "docx", "-o"];
    const plain = inputsFile("不写.yaml", "");
    const run = await juesuan("draft", file, "--inputs", plain, "--whole", ...args, whole);
    expect(run.status).toBe(0);
    expect(run.messages).toContain("目录");
    const inputs = inputsFile("整本.yaml", "整本: 是");
    expect((await juesuan("draft", file, "--inputs", inputs, ...args, typed)).status).toBe(0);
    expect(readFileSync(whole).equals(readFileSync(typed))).toBe(true);
    const xml = partText(openPackage(readFileSync(whole)), "word/document.xml");
    expect(xml).toContain("PAGEREF _Toc1");
  });

  it("整本当旧稿更新：目录不算人添的，一段也没有多出来", async () => {
    const [old, fresh, updated] = ["旧.docx", "新.json", "更新.json"].map((name) =>
      join(folder, name),
    );
    if (!old || !fresh || !updated) throw new Error("少了文件名");
    const inputs = inputsFile("更新.yaml", "整本: 是");
    const draft = (...args: string[]) =>
      juesuan("draft", file, "--prior", prior, "--inputs", inputs, ...args);
    await draft("--format", "docx", "-o", old);
    await draft("--format", "json", "-o", fresh);
    const run = await draft("--format", "json", "-o", updated, "--update", old);
    expect(run.messages).toContain("0 段保留人工修改，0 处数字已过时");
    expect(readFileSync(updated, "utf8")).toBe(readFileSync(fresh, "utf8"));
  });

  it("附表的目录列着而工作簿里没有的公开表，成稿检查列出名称；说明理由以后不再列", async () => {
    const path = inputsFile("附表.yaml", "整本: 是");
    const list = JSON.parse((await ready(file, path, "--format", "json")).result);
    const missing = list.open.find(({ kind }: { kind: string }) => kind === "annex").findings;
    expect(missing).toHaveLength(1);
    expect(missing[0]).toMatchObject({ rule: "说明/缺附表", severity: "warning" });
    expect(missing[0].what).toMatch(
      /列着 13 张表.*13 张.*：收入支出决算总表、.*“三公”经费支出决算表。$/,
    );
    const accepted = [
      "已接受的问题:",
      "  - 规则: 说明/缺附表",
      "    理由: 已附在文末",
      `    内容: ${JSON.stringify(missing[0].what)}`,
    ];
    const done = await ready(file, inputsFile("附表2.yaml", `整本: 是\n${accepted.join("\n")}`));
    expect(done.result).not.toContain("缺附表");
    expect(done.result).toContain("另有 1 件已说明理由");
  });

  it("填报模板里有整本要填的各栏", async () => {
    const run = await juesuan("inputs", file, "--prior", prior, "--whole");
    for (const key of ["公开时间:", "概况:", "  职责:", "  人员情况:", "附件:"]) {
      expect(run.result).toContain(`\n${key}`);
    }
  });
});
