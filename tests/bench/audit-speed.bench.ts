import { TextlintKernel, type TextlintKernelPlugin } from "@textlint/kernel";
import plainText from "@textlint/textlint-plugin-text";
import maxComma from "textlint-rule-max-comma";
import noMark from "textlint-rule-no-exclamation-question-mark";
import noTodo from "textlint-rule-no-todo";
import sentenceLength from "textlint-rule-sentence-length";
import { expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { noInputs } from "../../src/narrative/inputs/inputs.ts";
import { writeDraftText } from "../../src/publish/draft-text.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import { workbookBytes } from "../fixtures/generator/write.ts";
import { referencePair } from "./reference.ts";
import { medianMilliseconds, milliseconds, printTable } from "./timing.ts";

const LENGTH = 18_000;
const FILE = { fileName: "说明.txt" };

/** 基准工作簿的说明；不足 18,000 字的，用没有数字的概况补足，如同附了职责、机构的完整说明。 */
async function narrative() {
  const pair = referencePair();
  const open = async (book: typeof pair.current) =>
    readWorkbook(workbookBytes(book, "xlsx"), "基准.xlsx");
  const current = recogniseTables(await open(pair.current), "current");
  const prior = recogniseTables(await open(pair.prior), "prior");
  const inputs = { ...noInputs, itemBudgetsEqualActuals: true };
  const options = { itemBudget: true, economicItems: "列名称和金额" } as const;
  const text = writeDraftText(draftNarrative({ current, prior, inputs, options }));
  const duty = "负责本系统规划、标准的拟订和监督实施，承担综合协调、信息公开和日常管理工作。\n";
  const missing = Math.max(0, LENGTH - text.length);
  const overview = `第一部分 单位概况\n${duty.repeat(Math.ceil(missing / duty.length))}`;
  return { current, prior, text: `${overview.slice(0, missing)}\n${text}` };
}

test("审稿的速度", async () => {
  const { current, prior, text } = await narrative();
  const against = { ...FILE, current, prior };
  const { claims } = auditText(text, against);
  expect(claims.found).toBeGreaterThanOrEqual(200);

  const withTables = medianMilliseconds(() => auditText(text, against));
  const alone = medianMilliseconds(() => auditText(text, FILE));
  const copies = [1, 10, 100].map((times) => {
    const long = Array.from({ length: times }, () => text).join("\n");
    const few = times === 100 ? { warmUp: 1, runs: 5 } : { warmUp: 5, runs: 21 };
    return { times, ms: medianMilliseconds(() => auditText(long, against), few) };
  });
  const peer = await textlint(text);
  printTable(`审稿（${text.length} 字，${claims.found} 个数，预热后中位数）`, [
    ["对照两年的表（目标 ≤ 10 ms）", milliseconds(withTables)],
    ["只看文本", milliseconds(alone)],
    ["textlint 四条通用规则，同一文本", milliseconds(peer)],
    ["textlint ÷ 对照两年的表（目标 ≥ 50）", (peer / withTables).toFixed(1)],
    ...copies.map(({ times, ms }): [string, string] => [
      `${times} 份接在一起`,
      `${milliseconds(ms)}，每份 ${milliseconds(ms / times)}`,
    ]),
  ]);
});

/** 对照：textlint 核心配四条不需要分词的规则。它的接口是异步的，逐次计时取中位数。 */
async function textlint(text: string): Promise<number> {
  const kernel = new TextlintKernel();
  // 包的类型声明按另一种模块写法给出，实际导入的就是插件本身。
  const textPlugin = plainText as unknown as TextlintKernelPlugin["plugin"];
  const options = {
    filePath: "说明.txt",
    ext: ".txt",
    plugins: [{ pluginId: "text", plugin: textPlugin }],
    rules: [
      { ruleId: "sentence-length", rule: sentenceLength },
      { ruleId: "max-comma", rule: maxComma },
      { ruleId: "no-todo", rule: noTodo },
      { ruleId: "no-exclamation-question-mark", rule: noMark },
    ],
  };
  const times: number[] = [];
  for (let run = 0; run < 8; run += 1) {
    const start = performance.now();
    const { messages } = await kernel.lintText(text, options);
    times.push(performance.now() - start);
    expect(messages.length).toBeGreaterThan(0);
  }
  const warm = times.slice(3).sort((a, b) => a - b);
  return warm[Math.floor(warm.length / 2)] ?? Number.NaN;
}
