import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { officialRules } from "../../src/checks/generated/rules.ts";
import { editedWorkbook } from "./edited-workbook.ts";
import { EXAMPLES, juesuan, scratch } from "./run-cli.ts";

const folder = scratch();
const first = EXAMPLES[0] ?? { stem: "", file: "", prior: "" };
const path = (name: string): string => join(folder, name);

function written(name: string, content: string): string {
  writeFileSync(path(name), content);
  return path(name);
}

interface Listed {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly reason?: string;
  readonly cells: readonly { readonly address: string }[];
}

/** 核对一次；`findings` 不含官方规则提出的（那些由规则自己的测试去看）。 */
async function checked(...args: string[]) {
  const run = await juesuan("check", ...args, "--format", "json");
  const report = JSON.parse(run.result);
  const findings = (report.findings as Listed[]).filter(({ rule }) => !officialIds.has(rule));
  return { status: run.status, report, findings };
}

const officialIds = new Set(officialRules.map(({ id }) => id));

const BALANCED = "财决01[收入.总计, 决算数] = 财决01[支出.总计, 决算数]";
const BROKEN = "财决01[收入.总计, 决算数] ≤ 1";
const LOCAL = written(
  "本地.yaml",
  [
    `编号: 县01\n公式: ${BALANCED}\n`,
    `编号: 县02\n级别: 错误\n说明: 总计不超过一元\n公式: ${BROKEN}\n`,
    "编号: 县03\n公式: 财决01[收入.总记, 决算数] = 1\n",
  ].join("---\n"),
);

describe("check --rules", () => {
  it("本地规则与官方规则一起执行；写错的一条列出行号和相近的名字，其余照常", async () => {
    const { status, report, findings } = await checked(first.file, "--rules", LOCAL);
    expect(status).toBe(1);
    expect(report.rules.run).toEqual(expect.arrayContaining(["A09", "县01", "县02"]));
    expect(report.rules.notRun).toContainEqual({ rule: "县03", why: "规则写错了，见问题清单" });
    expect(findings.map(({ rule }) => rule).sort()).toEqual(["县02", "自定规则/写错"]);
    const [wrong] = findings.filter(({ rule }) => rule === "自定规则/写错");
    expect(wrong?.message).toContain("《本地.yaml》第 10 行（规则 县03）");
    expect(wrong?.message).toContain("“收入.总记”是不是“收入.总计”？");
    expect(report.remarks).toContain("除官方规则外，另用本地规则 2 条。");
  });

  it("指南里的十个例子对示例工作簿都执行得了，没有错误", async () => {
    const guide = readFileSync("docs/rules-guide.md", "utf8");
    const blocks = [...guide.matchAll(/```yaml\n(编号[\s\S]*?)```/g)].map((match) => match[1]);
    const rules = written("指南.yaml", blocks.join("---\n"));
    for (const { file, prior } of EXAMPLES) {
      const { status, report, findings } = await checked(file, "--prior", prior, "--rules", rules);
      expect(status).toBe(0);
      expect(report.rules.run.filter((id: string) => id.startsWith("某县"))).toHaveLength(10);
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    }
  });

  it("没有这个文件、没有一条规则：状态 2", async () => {
    for (const rules of [path("没有.yaml"), written("空.yaml", "# 无\n")]) {
      const run = await juesuan("check", first.file, "--rules", rules);
      expect(run.status).toBe(2);
      expect(run.messages).toContain(rules);
    }
  });
});

describe("工作簿里的“审核公式”", () => {
  const withSheet = (name: string, rows: unknown[][]) =>
    editedWorkbook(first.file, path(name), {}, (book) =>
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), "审核公式"),
    );
  const rows = [
    ["本县审核公式"],
    ["级别", "编号", "说明", "公式", "年度"],
    ["错误", "县02", "总计不超过一元", BROKEN, 2023],
    ["警告", "县03", "", "财决01[总计, 决算数] = 1", ""],
    ["提示", "县04", "", BALANCED, "2030-"],
  ];

  it("照着执行，不算没有认出的工作表；写错的指出单元格", async () => {
    const { status, report, findings } = await checked(withSheet("审核.xlsx", rows));
    expect(status).toBe(1);
    expect(report.unrecognised).toEqual([]);
    expect(findings.map(({ rule }) => rule).sort()).toEqual(["县02", "自定规则/写错"]);
    const [wrong] = findings.filter(({ rule }) => rule === "自定规则/写错");
    expect(wrong?.cells.map(({ address }) => address)).toEqual(["D4"]);
    expect(wrong?.message).toContain("“总计”是不是“收入.总计”或“支出.总计”？");
    expect(report.rules.notRun.map(({ rule }: Listed) => rule)).toContain("县04");
  });

  it("规则文件里有同样的编号：后面的不用，说明重复", async () => {
    const { findings } = await checked(withSheet("重号.xlsx", rows), "--rules", LOCAL);
    const messages = findings.map(({ message }) => message).join("\n");
    expect(messages).toContain(
      "工作表“审核公式”D3（规则 县02）：编号“县02”与《本地.yaml》第 4 行重复",
    );
    expect(findings.filter(({ rule }) => rule === "县02")).toHaveLength(1);
  });

  it("起草时也不算没有认出的工作表", async () => {
    const run = await juesuan("draft", withSheet("起草.xlsx", rows), "--ready");
    expect(run.result).not.toContain("审核公式");
  });
});

describe("已接受的问题", () => {
  const file = editedWorkbook(first.file, path("接受.xlsx"), {});
  const only = written("一条.yaml", `编号: 县02\n级别: 错误\n公式: ${BROKEN}\n`);
  const accept = (...lines: string[]) =>
    written("接受.juesuan.yaml", ["已接受的问题:", ...lines, ""].join("\n"));

  it("说明理由后状态为 0，每种报告都列出它和理由", async () => {
    accept("  - 规则: 县02", '    单元格: ["财决01[收入.总计, 决算数]"]', "    理由: 试行规则");
    const { status, report, findings } = await checked(file, "--rules", only);
    expect(status).toBe(0);
    expect(findings).toEqual([]);
    expect(report.accepted).toMatchObject([{ rule: "县02", reason: "试行规则" }]);
    for (const format of ["text", "html"]) {
      const run = await juesuan("check", file, "--rules", only, "--format", format);
      expect(run.status).toBe(0);
      expect(run.result).toContain("试行规则");
    }
  });

  it("对不上的有提示，不影响状态；写坏的照样核对并说明", async () => {
    accept("  - 规则: A09", '    单元格: ["财决01[收入.总计, 决算数]"]', "    理由: 旧的");
    const gone = await checked(file);
    expect(gone.status).toBe(0);
    expect(gone.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["接受/对不上", "note"],
    ]);
    accept("  - 规则: 县02", "    单元格: 不是列表", "    理由: 试行规则");
    const broken = await checked(file, "--rules", only);
    expect(broken.status).toBe(1);
    expect(broken.report.remarks.join()).toContain("《接受.juesuan.yaml》第 3 行");
  });
});

describe("网页和表格报告", () => {
  it.each(["html", "xlsx"])("%s：写得出，两次的字节相同", async (format) => {
    const targets = [1, 2].map((n) => path(`报告${n}.${format}`));
    for (const target of targets) {
      const args = ["--rules", LOCAL, "--format", format, "-o", target];
      expect((await juesuan("check", first.file, "--prior", first.prior, ...args)).status).toBe(1);
    }
    const [one, two] = targets.map((target) => readFileSync(target));
    expect(one?.length).toBeGreaterThan(5000);
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
  });

  it("xlsx 不给 -o：状态 2，说明怎么给", async () => {
    const run = await juesuan("check", first.file, "--format", "xlsx");
    expect(run.status).toBe(2);
    expect(run.messages).toContain("-o 核对结果.xlsx");
  });
});

describe("juesuan rules", () => {
  it("列出全部官方规则", async () => {
    const run = await juesuan("rules");
    expect(run.status).toBe(0);
    for (const { id, title } of officialRules) {
      expect(run.result).toMatch(new RegExp(`^${id} .*`, "m"));
      expect(run.result).toContain(title);
    }
  });

  it("--test：相符的打勾，状态 0；有不符或写错的状态 1，说明应为什么", async () => {
    const good = `编号: 县01\n说明: 平衡\n公式: ${BALANCED}\n用例:\n  - { 名称: 空, 结果: 成立, 有表: [财决01] }\n`;
    const passed = await juesuan("rules", "--test", written("好.yaml", good));
    expect(passed).toMatchObject({ status: 0 });
    expect(passed.result).toContain("√ 县01 平衡：1 个用例都相符");
    const failed = await juesuan(
      "rules",
      "--test",
      written("差.yaml", good.replace("成立", "不成立")),
    );
    expect(failed.status).toBe(1);
    expect(failed.result).toContain("× 县01 平衡：1 个用例，1 处不符");
    expect(failed.result).toContain("应为 不成立，实为 成立");
    const wrong = await juesuan("rules", "--test", LOCAL);
    expect(wrong.status).toBe(1);
    expect(wrong.result).toContain("写错的地方 1 处");
    expect(wrong.result).toContain("－ 县01");
  });
});

describe("juesuan explain", () => {
  it("每条官方规则都看得到公式、依据、为什么、怎么办", async () => {
    for (const rule of officialRules) {
      const run = await juesuan("explain", rule.id);
      expect(run.status).toBe(0);
      for (const text of [rule.title, rule.basis, rule.why, rule.todo, ...rule.formulas]) {
        expect(run.result).toContain(text);
      }
    }
  });

  it("大小写不分；只写关系的编号，列出它分成的各条", async () => {
    expect((await juesuan("explain", "a09")).result).toMatch(/^A09　/);
    const both = await juesuan("explain", "J05");
    expect(both.result).toMatch(/^J05a　[\s\S]*\nJ05b　/);
  });

  it("本地规则加 --rules；没有的编号状态 2，给出相近的", async () => {
    const own = await juesuan("explain", "县02", "--rules", LOCAL);
    expect(own.result).toContain("总计不超过一元");
    const left = (await juesuan("explain", "g06")).result;
    expect(left).toMatch(/^G06　同一科目下项目代码不重复/);
    expect(left).toContain("这件事另由问题“读表/重复科目”查。");
    expect((await juesuan("explain", "I45")).result).toContain("现在没有别处查这件事。");

    const unknown = await juesuan("explain", "A99");
    expect(unknown.status).toBe(2);
    expect(unknown.messages).toContain("没有编号为“A99”的规则。是不是“A09”？");
  });
});
