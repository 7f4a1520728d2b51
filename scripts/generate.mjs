// 由数据文件生成 TypeScript 模块：科目表、表样清单、说明模板、规则包、语法分析器。
// 生成物放在各处的 generated/ 下，不入库；新增一张表样、一节、一条规则只需新增一个文件。
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import peggy from "peggy";
import { parse as parseYaml } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const src = join(root, "src");

/** 内容没变就不写，免得增量构建和监视器空转。 */
function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  try {
    if (readFileSync(path, "utf8") === text) return;
  } catch {
    // 文件还不存在。
  }
  writeFileSync(path, text);
}

function files(folder, extension) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.includes("generated"))
    .sort();
}

/** 简单 CSV：字段可用双引号，引号内双写表示引号本身。 */
function readCsv(path) {
  const [header, ...lines] = readFileSync(path, "utf8")
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split(/\r?\n/);
  const keys = splitCsvLine(header);
  return lines.map((line) => {
    const values = splitCsvLine(line);
    return Object.fromEntries(keys.map((key, index) => [key, values[index] ?? ""]));
  });
}

function splitCsvLine(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

const year = (text) => (text === "" ? null : Number(text));

function generateSubjects() {
  const data = join(src, "subjects/data");
  const out = join(src, "subjects/generated");
  const economic = readCsv(join(data, "economic-subjects.csv")).map((row) => ({
    code: row.code,
    level: row.level,
    name: row.name,
    group: row.group,
    firstYear: year(row.first_year),
    lastYear: year(row.last_year),
  }));
  write(
    join(out, "economic-subjects.ts"),
    `import type { EconomicSubject } from "../subject.ts";\n\nexport const economicSubjects: readonly EconomicSubject[] = ${JSON.stringify(economic)};\n`,
  );
  const functional = readCsv(join(data, "functional-subjects.csv")).map((row) => ({
    code: row.code,
    level: row.level,
    name: row.name,
    funds: row.fund.split(";"),
    meaning: row.meaning,
    firstYear: year(row.first_year),
    lastYear: year(row.last_year),
    confirmed: row.confidence === "seen",
  }));
  write(
    join(out, "functional-subjects.ts"),
    `import type { FunctionalSubject } from "../subject.ts";\n\nexport const functionalSubjects: readonly FunctionalSubject[] = ${JSON.stringify(functional)};\n`,
  );
  const aliases = readCsv(join(data, "subject-aliases.csv"));
  const renames = readCsv(join(data, "functional-subject-renames.csv")).map((row) => ({
    code: row.code,
    nameThen: row.name_then,
    firstYear: year(row.first_year),
    lastYear: year(row.last_year),
    nameNow: row.name_now,
  }));
  write(
    join(out, "subject-names.ts"),
    `import type { SubjectAlias, SubjectRename } from "../subject.ts";\n\nexport const subjectAliases: readonly SubjectAlias[] = ${JSON.stringify(aliases)};\n\nexport const subjectRenames: readonly SubjectRename[] = ${JSON.stringify(renames)};\n`,
  );
}

/** 把一个文件夹里各模块的同名导出收进一个数组。 */
function generateIndex(folder, exported, type, typeFrom, listName) {
  const paths = files(join(src, folder), ".ts");
  const out = join(src, dirname(folder), "generated", `${listName}.ts`);
  const imports = paths.map(
    (path, index) =>
      `import { ${exported} as ${exported}${index} } from "${relative(dirname(out), path).replaceAll("\\", "/")}";`,
  );
  write(
    out,
    `${imports.join("\n")}\nimport type { ${type} } from "${typeFrom}";\n\nexport const ${listName}: readonly ${type}[] = [${paths.map((_, index) => `${exported}${index}`).join(", ")}];\n`,
  );
}

const SEVERITIES = { 错误: "error", 警告: "warning", 提示: "note" };
const asList = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

function generateRules() {
  const paths = files(join(src, "checks/rules"), ".yaml").filter(
    (path) => basename(path) !== "not-rules.yaml",
  );
  const rules = paths.map((path) => {
    const rule = parseYaml(readFileSync(path, "utf8"));
    return {
      id: rule.编号,
      title: rule.名称,
      basis: rule.依据,
      severity: SEVERITIES[rule.级别],
      years: rule.年度,
      conditions: asList(rule.条件),
      formulas: asList(rule.公式),
      why: rule.为什么,
      todo: rule.怎么办,
    };
  });
  write(
    join(src, "checks/generated/rules.ts"),
    `import type { RuleDefinition } from "../rule.ts";\n\nexport const officialRules: readonly RuleDefinition[] = ${JSON.stringify(rules)};\n`,
  );
}

function generateNotRules() {
  const listed = parseYaml(readFileSync(join(src, "checks/rules/not-rules.yaml"), "utf8"));
  const notRules = listed.map((each) => ({
    id: each.编号,
    title: each.名称,
    why: each.为什么,
    checkedBy: each.查在 ?? null,
  }));
  write(
    join(src, "checks/generated/not-rules.ts"),
    `import type { NotRule } from "../rule.ts";\n\nexport const notRules: readonly NotRule[] = ${JSON.stringify(notRules)};\n`,
  );
}

function generateParsers() {
  for (const path of files(src, ".peggy")) {
    const name = path.split(/[\\/]/).at(-1).replace(".peggy", "");
    const code = peggy.generate(readFileSync(path, "utf8"), {
      output: "source",
      format: "es",
      grammarSource: `${name}.peggy`,
    });
    const out = join(dirname(path), "generated");
    write(join(out, `${name}-parser.js`), code);
    write(
      join(out, `${name}-parser.d.ts`),
      `export function parse(text: string, options?: { readonly [option: string]: unknown }): unknown;\nexport class SyntaxError extends Error {\n  readonly expected: readonly unknown[] | null;\n  readonly found: string | null;\n  readonly location: { readonly start: { readonly offset: number; readonly line: number; readonly column: number }; readonly end: { readonly offset: number; readonly line: number; readonly column: number } };\n}\n`,
    );
  }
}

/** 把一个文件夹里各模块导出的同名清单接成一个；没有这个导出的模块是它们共用的零件。 */
function generateJoinedIndex(folder, exported, type, typeFrom, listName) {
  const paths = files(join(src, folder), ".ts").filter((path) =>
    readFileSync(path, "utf8").includes(`export const ${exported}`),
  );
  const out = join(src, folder, "generated", `${listName}.ts`);
  const imports = paths.map(
    (path, index) =>
      `import { ${exported} as ${exported}${index} } from "${relative(dirname(out), path).replaceAll("\\", "/")}";`,
  );
  write(
    out,
    `${imports.join("\n")}\nimport type { ${type} } from "${typeFrom}";\n\nexport const ${listName}: readonly ${type}[] = [${paths.map((_, index) => `...${exported}${index}`).join(", ")}];\n`,
  );
}

/** 随附的说明模板：一个文件夹一套，文件原样收作文字。 */
function generateProfiles() {
  const folder = join(src, "narrative/profiles");
  const profiles = readdirSync(folder)
    .sort()
    .map((name) => ({
      name,
      files: readdirSync(join(folder, name))
        .sort()
        .map((file) => ({ name: file, text: readFileSync(join(folder, name, file), "utf8") })),
    }));
  write(
    join(src, "narrative/generated/profiles.ts"),
    `import type { ProfileSource } from "../templates/profile.ts";\n\nexport const shippedSources: readonly ProfileSource[] = ${JSON.stringify(profiles)};\n`,
  );
}

generateSubjects();
generateIndex("tables/forms", "form", "FormDefinition", "../form.ts", "forms");
generateIndex("narrative/templates/filters", "filter", "TemplateFilter", "../filter.ts", "filters");
generateJoinedIndex("narrative/catalogue", "entries", "CatalogueEntry", "../entry.ts", "catalogue");
generateProfiles();
generateIndex("audit/patterns", "pattern", "Pattern", "../pattern.ts", "patterns");
generateRules();
generateNotRules();
generateParsers();
