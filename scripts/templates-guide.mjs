// 生成 docs/templates-guide.md：templates-guide/ 里手写的第一页和十个改法，加上模板里能写的全部名称。
// node scripts/templates-guide.mjs          写出
// node scripts/templates-guide.mjs --check  只核对是否与模板一致，不一致时以 1 退出
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse as parseYaml } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(root, "scripts/templates-guide");
const target = join(root, "docs/templates-guide.md");
const narrative = join(root, "src/narrative");

register("./typescript-loader.mjs", import.meta.url);
const fromNarrative = (path) => import(pathToFileURL(join(narrative, path)).href);

const { filters } = await fromNarrative("templates/generated/filters.ts");
const { EACH_NAMES } = await fromNarrative("templates/names.ts");
const { styleTemplate } = await fromNarrative("inputs/style-template.ts");

/** 名称按目录下的文件分组，一个文件一个题目。 */
const SUBJECTS = {
  "general.ts": "年度、单位",
  "frame.ts": "整本决算公开",
  "totals.ts": "收支总计",
  "income.ts": "收入",
  "expenditure.ts": "支出",
  "appropriation.ts": "财政拨款支出",
  "items.ts": "各项支出（按功能分类科目）",
  "basic-expenditure.ts": "基本支出",
  "three-public.ts": "“三公”经费",
  "three-public-details.ts": "出国、用车、接待",
  "guests-as-listed.ts": "公务接待（照附03 的口径）",
  "operations.ts": "机关运行经费、政府采购、国有资产",
  "performance.ts": "预算绩效",
  "terms.ts": "名词解释",
  "rounding.ts": "尾差",
  "style.ts": "写法的开关",
};

async function subjects() {
  const names = readdirSync(join(narrative, "catalogue")).filter((name) =>
    /^export const entries/m.test(sourceOf(name)),
  );
  const untitled = names.filter((name) => SUBJECTS[name] === undefined);
  if (untitled.length > 0) {
    throw new Error(`scripts/templates-guide.mjs 的 SUBJECTS 里没有 ${untitled.join("、")} 的题目`);
  }
  const modules = Object.keys(SUBJECTS).filter((name) => names.includes(name));
  return Promise.all(
    modules.map(async (name) => {
      const { entries } = await fromNarrative(`catalogue/${name}`);
      return { title: SUBJECTS[name], entries };
    }),
  );
}

const sourceOf = (name) =>
  name.endsWith(".ts") ? readFileSync(join(narrative, "catalogue", name), "utf8") : "";

/** 表格里的一格：竖线要转义。 */
const cell = (text) => text.replaceAll("|", "\\|");
const row = (...cells) => `| ${cells.map(cell).join(" | ")} |`;

function entryRows({ name, kind, meaning, items }) {
  return [row(`\`${name}\``, kind, meaning), ...itemRows(items ?? [], "　")];
}

function itemRows(items, indent) {
  return items.flatMap(({ name, kind, meaning, items: inner }) => [
    row(`${indent}\`${name}\``, kind, meaning),
    ...itemRows(inner ?? [], `${indent}　`),
  ]);
}

function filterBlock({ name, meaning, example, accepts, args, gives }) {
  const shown = args.map(({ name, kind, optional }) => {
    const word = kind === "文字" ? `“${name}”` : name;
    return optional ? ` [${word}]` : ` ${word}`;
  });
  return [
    `### ${name}`,
    "",
    `\`｜${name}${shown.join("")}\`，用在${accepts.join("、")}上，得${gives}。${meaning}`,
    "",
    ...args.map(({ name, kind, meaning }) => `- ${name}（${kind}）：${meaning}。`),
    ...(args.length > 0 ? [""] : []),
    `例：\`${example}\``,
    "",
  ];
}

const fenced = (text) => ["```text", ...text.trimEnd().split("\n"), "```", ""];

function exampleBlock(example, index) {
  const file = example.文件 ?? example.新文件;
  const whole = example.整个改为 ?? (example.新文件 === undefined ? undefined : example.改为);
  return [
    `### ${index + 1}. ${example.名称}`,
    "",
    `${example.说明}`,
    "",
    ...(whole === undefined
      ? [
          `在“${file}”里找到：`,
          "",
          ...fenced(example.原文),
          ...(example.改为 === "" ? ["整行删掉。", ""] : ["改为：", "", ...fenced(example.改为)]),
        ]
      : [
          example.新文件 === undefined ? `把“${file}”改成：` : `新建“${file}”：`,
          "",
          ...fenced(whole),
        ]),
    example.不再写 === undefined
      ? `写出来是：${example.写出}`
      : `写出来有：${example.写出}不再有“${example.不再写}”。`.replace(
          /(?<=[^。])不再有/,
          "；不再有",
        ),
    "",
  ];
}

async function page() {
  const examples = parseYaml(readFileSync(join(source, "examples.yaml"), "utf8"));
  const lines = [
    readFileSync(join(source, "first-page.md"), "utf8").trimEnd(),
    "",
    ...examples.flatMap(exampleBlock),
    "## 全部的数、文字、判断和清单",
    "",
    "金额不写筛选时以万元印出、带单位；计数只印数；比率印成百分比；文字照印。判断只用在“如果”里，清单只用在“每个”和“有”里，图只用在【图】里。",
    "清单下面缩进的，是它的每一项里可以写的名称。",
    "",
  ];
  for (const { title, entries } of await subjects()) {
    lines.push(`### ${title}`, "", "| 名称 | 种类 | 含义 |", "| --- | --- | --- |");
    lines.push(...entries.flatMap(entryRows), "");
  }
  lines.push("### 每个清单里都有", "", "| 名称 | 种类 | 含义 |", "| --- | --- | --- |");
  lines.push(...itemRows(EACH_NAMES, ""), "");
  lines.push("## 筛选", "", "方括号里的可以不写。", "", ...filters.flatMap(filterBlock));
  lines.push(
    "## 写法的开关",
    "",
    "写在 `写法.yaml` 里，也可以写在填报文件里（两处都写的，以填报文件为准）。冒号后面是缺省值。",
    "",
    "```yaml",
    ...styleTemplate().split("\n"),
    "```",
    "",
    `本页由 \`scripts/${basename(fileURLToPath(import.meta.url))}\` 生成：第一页和改法在 \`scripts/templates-guide/\`，名称、筛选在 \`src/narrative/catalogue/\`、\`src/narrative/templates/filters/\`。`,
  );
  return `${lines.join("\n").trimEnd()}\n`;
}

function current() {
  try {
    return readFileSync(target, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return "";
    throw error;
  }
}

const wanted = await page();
if (process.argv.includes("--check")) {
  if (wanted !== current()) {
    console.error("docs/templates-guide.md 与模板不一致，请运行 node scripts/templates-guide.mjs");
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, wanted);
  console.info("docs/templates-guide.md 已写出");
}
