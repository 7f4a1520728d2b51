// 由规则文件生成 docs/rules/ 下的规则手册：每节一页，另有总目。
// node scripts/rules-reference.mjs          写出
// node scripts/rules-reference.mjs --check  只核对是否与规则文件一致，不一致时列出并以 1 退出
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse as parseYaml } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(root, "src/checks/rules");
const target = join(root, "docs/rules");

const SECTIONS = {
  A: "财决01 收入支出决算总表之内",
  B: "财决01-1 财政拨款收入支出决算总表之内",
  C: "财决02 收入支出决算表之内",
  D: "财决03 收入决算表之内",
  E: "财决04 支出决算表之内",
  F: "支出明细表（财决05、08、10、12 各表）之内",
  G: "财决06 项目收入支出决算表之内",
  H: "财政拨款收支表（财决07、09、11）之内",
  I: "各主表之间",
  J: "附表：预算支出相关信息、基本数字、机构运行信息",
  K: "与上年、年初调整情况表衔接",
  L: "公开表之内",
  M: "公开表之间",
  N: "公开表与财决表之间",
};

const asList = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

function readRules() {
  return readdirSync(source, { recursive: true })
    .map((path) => join(source, path))
    .filter((path) => path.endsWith(".yaml") && basename(path) !== "not-rules.yaml")
    .sort()
    .map((path) => parseYaml(readFileSync(path, "utf8")));
}

function exampleBlock(example, heading) {
  const facts = [
    ...(example.年度 === undefined ? [] : [`${example.年度} 年度`]),
    ...Object.entries(example.封面 ?? {}).map(([item, code]) => `封面 ${item} 为 ${code}`),
  ];
  const texts = Object.entries(example.文字 ?? {}).map(
    ([cell, text]) => `| \`${cell}\` | ${text} |`,
  );
  const cells = Object.entries(example.数据).map(([cell, value]) => {
    const text =
      value === "" ? "（空白）" : typeof value === "number" ? amountText(cell, value) : value;
    return `| \`${cell}\` | ${text} |`;
  });
  const difference = example.差额 === undefined ? "" : `，左边减右边差 ${example.差额}`;
  return [
    `${heading}——${example.名称}${facts.length > 0 ? `（${facts.join("，")}）` : ""}${difference}：`,
    "",
    "| 格 | 数 |",
    "| --- | ---: |",
    ...texts,
    ...cells,
    "",
  ];
}

/** 金额写两位小数，计数写整数。 */
function amountText(cell, value) {
  return /财决附02\[|\[(车辆|资产|统计)\./.test(cell) ? String(value) : value.toFixed(2);
}

function ruleBlock(rule) {
  const good = rule.用例.find((each) => each.类型 === "通过");
  const bad = rule.用例.find((each) => each.类型 === "不通过");
  return [
    `## ${rule.编号} ${rule.名称}`,
    "",
    `- 级别：${rule.级别}`,
    `- 年度：${rule.年度}`,
    ...asList(rule.条件).map((condition) => `- 条件：${condition}`),
    `- 依据：${rule.依据}`,
    "",
    "```text",
    ...asList(rule.公式),
    "```",
    "",
    `${rule.为什么}`,
    "",
    `不成立时：${rule.怎么办}`,
    "",
    ...exampleBlock(good, "成立"),
    ...exampleBlock(bad, "不成立"),
  ];
}

function sectionPage(section, rules) {
  return [
    `# ${section} ${SECTIONS[section]}`,
    "",
    "本页由 `scripts/rules-reference.mjs` 生成，请改 `src/checks/rules/` 下的规则文件。",
    "",
    ...rules.flatMap(ruleBlock),
  ];
}

function indexPage(rules, notRules) {
  const count = (level) => rules.filter((rule) => rule.级别 === level).length;
  const rows = Object.entries(SECTIONS).map(([section, title]) => {
    const own = rules.filter((rule) => rule.编号.startsWith(section));
    return `| [${section}](${section}.md) | ${title} | ${own.length} | ${own[0].编号}–${own.at(-1).编号} |`;
  });
  return [
    "# 规则手册",
    "",
    "本页由 `scripts/rules-reference.mjs` 生成，请改 `src/checks/rules/` 下的规则文件。",
    "",
    `共 ${rules.length} 条规则：错误 ${count("错误")} 条，警告 ${count("警告")} 条，提示 ${count("提示")} 条。编号末尾的 a、b、c 是同一条关系分成的几条`,
    "（轻重、年度或条件不同）。金额以元计，精确到分，没有容差；印成万元的数按所印位数成区间，",
    "区间内没有一组数能使关系成立，才算不成立；这时差在 0.02 万元以内的多半是尾差，只作提示。",
    "",
    "| 节 | 范围 | 条数 | 编号 |",
    "| --- | --- | ---: | --- |",
    ...rows,
    "",
    "依据一栏里，“见于”是在公开的填报说明、实表或公开数里见过的，“推定”是按表样或其他关系推出、没有见到原文的。",
    "I49、I50 不在勾稽关系清单里，由表名、栏名的意思推出，依据写“表样说明”。",
    "",
    "## 没有写成规则的关系",
    "",
    ...notRules.map(
      (each) =>
        `- ${each.编号} ${each.名称}：${each.为什么}${each.查在 === undefined ? "" : `见问题“${each.查在}”。`}`,
    ),
    "",
  ];
}

function pages() {
  const rules = readRules();
  const notRules = parseYaml(readFileSync(join(source, "not-rules.yaml"), "utf8"));
  const texts = new Map([["README.md", indexPage(rules, notRules)]]);
  for (const section of Object.keys(SECTIONS)) {
    const own = rules.filter((rule) => rule.编号.startsWith(section));
    texts.set(`${section}.md`, sectionPage(section, own));
  }
  return new Map([...texts].map(([name, lines]) => [name, `${lines.join("\n").trimEnd()}\n`]));
}

function currentPages() {
  try {
    return new Map(
      readdirSync(target).map((name) => [name, readFileSync(join(target, name), "utf8")]),
    );
  } catch (error) {
    if (error.code === "ENOENT") return new Map();
    throw error;
  }
}

const wanted = pages();
const current = currentPages();
const stale = [...new Set([...wanted.keys(), ...current.keys()])].filter(
  (name) => wanted.get(name) !== current.get(name),
);
if (process.argv.includes("--check")) {
  for (const name of stale) console.error(`docs/rules/${name} 与规则文件不一致`);
  if (stale.length > 0) console.error("请运行 node scripts/rules-reference.mjs");
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(target, { recursive: true });
  for (const name of stale) {
    const text = wanted.get(name);
    if (text === undefined) rmSync(join(target, name));
    else writeFileSync(join(target, name), text);
  }
  console.info(`docs/rules：${wanted.size} 页，更新 ${stale.length} 页`);
}
