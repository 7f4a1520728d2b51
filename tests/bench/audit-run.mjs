// 给一批标注过的说明打分：node tests/bench/audit-run.mjs --texts 文件夹 --labels 文件 [--benign 文件]
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    texts: { type: "string" },
    labels: { type: "string" },
    benign: { type: "string" },
  },
});
if (values.texts === undefined || values.labels === undefined) {
  console.error(
    "用法：npm run bench:audit -- --texts 文件夹 --labels 标注.json [--benign 不该报.json]",
  );
  process.exit(2);
}
const from = process.env.INIT_CWD ?? process.cwd();
const root = resolve(import.meta.dirname, "../..");
const run = spawnSync(
  process.execPath,
  [
    resolve(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--config",
    "vitest.bench.config.ts",
    "tests/bench/audit.bench.ts",
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      AUDIT_TEXTS: resolve(from, values.texts),
      AUDIT_LABELS: resolve(from, values.labels),
      ...(values.benign === undefined ? {} : { AUDIT_BENIGN: resolve(from, values.benign) }),
    },
  },
);
process.exit(run.status ?? 1);
