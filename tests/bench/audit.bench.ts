import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { readNarrativeText } from "../../src/workbook/read-narrative-text.ts";
import { type Benign, type Label, scoreDocument, scoreReport } from "./audit-score.ts";

// 用 `npm run bench:audit -- --texts 文件夹 --labels 文件 [--benign 文件]`；三个路径由环境变量传来。
const { AUDIT_TEXTS, AUDIT_LABELS, AUDIT_BENIGN } = process.env;

function list<T>(path: string | undefined): readonly T[] {
  if (path === undefined || path === "") return [];
  const parsed: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!Array.isArray(parsed)) throw new Error(`${path} 应当是一个 JSON 数组`);
  return parsed;
}

test.skipIf(AUDIT_TEXTS === undefined || AUDIT_LABELS === undefined)(
  "审稿的召回、准确与覆盖",
  async () => {
    const folder = AUDIT_TEXTS ?? "";
    const labels = list<Label>(AUDIT_LABELS);
    const benign = list<Benign>(AUDIT_BENIGN);
    const labelled = new Set(labels.map(({ doc }) => doc));
    const names = readdirSync(folder)
      .filter((name) => labelled.has(name))
      .sort();
    expect(names.length).toBeGreaterThan(0);
    const scores = await Promise.all(
      names.map(async (name) => {
        const text = await readNarrativeText(
          new Uint8Array(readFileSync(join(folder, name))),
          name,
        );
        return scoreDocument(name, auditText(text, { fileName: name }), labels, benign);
      }),
    );
    console.log(scoreReport(scores));
  },
);
