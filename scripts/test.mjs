// 全部检查：格式与写法、类型、引用方向、无用代码、测试。一步不过也继续，最后汇总。
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { generate, installDependencies, root } from "./setup.mjs";

installDependencies();
generate();
ensureChromium();

const bin = (name) => join(root, "node_modules", ".bin", name);
const report = join(root, "out", "vitest.json");
mkdirSync(join(root, "out"), { recursive: true });
rmSync(report, { force: true });

const steps = [
  ["格式与写法", bin("biome"), ["ci", "--colors=off", "."]],
  ["类型", bin("tsc"), ["--noEmit", "-p", "tsconfig.json"]],
  ["引用方向", bin("depcruise"), ["src", "addin", "--config", ".dependency-cruiser.cjs"]],
  ["无用代码", bin("knip"), []],
  ["构建任务窗格与工作台", process.execPath, [join(root, "scripts/build-addin.mjs")]],
  [
    "测试",
    bin("vitest"),
    [
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
  ],
];

const failed = [];
for (const [name, command, args] of steps) {
  console.log(`\n==== ${name} ====`);
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (result.status !== 0) failed.push(name);
}

console.log(failed.length === 0 ? "\n全部通过。" : `\n没有通过：${failed.join("、")}`);
const { numPassedTests, numFailedTests } = readReport();
console.log(`${numPassedTests} passed, ${numFailedTests} failed`);
process.exitCode = failed.length === 0 && numPassedTests > 0 ? 0 : 1;

function readReport() {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 };
  }
}
