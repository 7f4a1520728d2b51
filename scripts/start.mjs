// 主要用法的演示：核对示例工作簿，起草说明，写出 Word 文档和可贴入 Word 的工作表。
import { mkdirSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build, installDependencies, root } from "./setup.mjs";

installDependencies();
build();
const { runCli } = await import(pathToFileURL(join(root, "dist/cli/main.js")).href);
process.chdir(root);

const examples = readdirSync("examples")
  .filter((name) => name.endsWith(".juesuan.yaml"))
  .map((name) => name.replace(".juesuan.yaml", ""))
  .sort();
const out = "out";
mkdirSync(out, { recursive: true });
const quietOutput = {
  result: () => {},
  message: (text) => text.startsWith("说明已写到") && console.error(text),
};
const written = [];
let worst = 0;

for (const stem of examples) {
  const file = join("examples", `${stem}.xlsx`);
  const [year, unit] = stem.split(/-(.*)/);
  const prior = join("examples", `${Number(year) - 1}-${unit}.xlsx`);
  console.log(`\n======== ${stem} ========\n`);
  worst = Math.max(worst, await runCli(["check", file, "--prior", prior]));
  for (const format of ["docx", "xlsx"]) {
    const target = join(out, `${stem}-决算说明.${format}`);
    const arguments_ = ["draft", file, "--prior", prior, "--format", format, "-o", target];
    // 未了事项两种格式一样，说一遍就够。
    worst = Math.max(worst, await runCli(arguments_, format === "docx" ? undefined : quietOutput));
    written.push(target);
  }
}

console.log(`
======== 写出的文件 ========
${written.map((path) => `  ${relative(".", path)}`).join("\n")}

======== 接下来 ========
  核对自己的决算工作簿：  npm run -s juesuan -- check 我的决算.xlsx --prior 上年决算.xlsx
  生成要填写的 YAML：     npm run -s juesuan -- inputs 我的决算.xlsx -o 我的决算.juesuan.yaml
  起草说明（Word）：      npm run -s juesuan -- draft 我的决算.xlsx --prior 上年决算.xlsx --format docx -o 决算说明.docx
  审别人交来的说明：       npm run -s juesuan -- audit 说明.docx --workbook 决算.xlsx --prior 上年决算.xlsx
  在网页里用（工作台）：   npm run workbench
  装进 Excel（任务窗格）： npm run sideload，管理员看 docs/deployment.md
  全部用法见 README.md。
`);
process.exitCode = worst;
