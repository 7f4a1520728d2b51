/**
 * 变异测试：`npm run mutation -- money checks`，不写范围就全跑（要几个小时，不在 CI 里）；
 * `checks` 是 checks/core、checks/diagnosis 等各个范围，也可以只写其中一个。
 * `--files 通配符` 只改其中几个文件；`--sample 4` 只改大约四分之一的函数，得一个估计。报告在 out/mutation/<范围>/，分数低于要求时以 1 结束。
 */
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { areas } from "./areas.mjs";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: "string", multiple: true },
    concurrency: { type: "string", default: "2" },
    sample: { type: "string", default: "1" },
  },
});
const belongs = (name, wanted) => name === wanted || name.startsWith(`${wanted}/`);
const chosen = Object.keys(areas).filter(
  (name) => positionals.length === 0 || positionals.some((wanted) => belongs(name, wanted)),
);
const unknown = positionals.filter((wanted) => !chosen.some((name) => belongs(name, wanted)));
if (unknown.length > 0) {
  console.error(`没有这个范围：${unknown.join("、")}。可用：${Object.keys(areas).join("、")}。`);
  process.exit(2);
}

process.env.MUTATION_SAMPLE = values.sample;
let failed = false;
for (const name of chosen) {
  const area = areas[name];
  process.env.MUTATION_TESTS = area.tests.join(",");
  const results = await new Stryker(options(name, area)).runMutationTest();
  const { counted, score } = tally(results);
  console.log(`${name}：${counted} 处变异，发现 ${score.toFixed(2)}%（要求 ${area.score}%）`);
  if (values.files === undefined && score < area.score) failed = true;
}
process.exit(failed ? 1 : 0);

function options(name, area) {
  return {
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner", "./tests/mutation/sample.mjs"],
    ignorers: ["sample"],
    vitest: { configFile: "tests/mutation/vitest.config.ts", related: false },
    mutate: [...(values.files ?? area.mutate), "!src/**/generated/**"],
    // 文字（提示语、名称）的变异不算：改一个字就要测试失败，等于把文案再抄一遍。
    mutator: { excludedMutations: ["StringLiteral"] },
    ignorePatterns: ["out", "dist", "dist-addin", ".cache", "docs/images"],
    concurrency: Number(values.concurrency),
    timeoutMS: 10_000,
    reporters: ["clear-text", "progress-append-only", "json", "html"],
    clearTextReporter: { allowColor: false, reportTests: false, reportMutants: false },
    jsonReporter: { fileName: `out/mutation/${name}/report.json` },
    htmlReporter: { fileName: `out/mutation/${name}/report.html` },
    tempDirName: ".cache/mutation",
    disableTypeChecks: false,
    // TypeScript 7 没有 Stryker 要用的接口；指向不存在的文件，它就不去改写配置。
    tsconfigFile: "tests/mutation/no-tsconfig.json",
    allowConsoleColors: false,
    logLevel: "warn",
  };
}

function tally(results) {
  const count = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  const found = count("Killed", "Timeout");
  const counted = found + count("Survived", "NoCoverage");
  return { counted, score: (100 * found) / Math.max(counted, 1) };
}
