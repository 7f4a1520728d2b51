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

const WORK =
  "规划 标准 统计 信访 档案 培训 保密 宣传 督查 调研 应急 值班 采购 审计 外事 接待 法制 机要".split(
    " ",
  );

/** 各不相同的职责，一条一段。 */
function duties(): string[] {
  return WORK.flatMap((one) =>
    WORK.filter((other) => other !== one).map(
      (other) => `负责本系统${one}和${other}工作的组织实施，承担综合协调、信息公开和日常管理工作。`,
    ),
  );
}

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
  const missing = Math.max(0, LENGTH - text.length);
  const overview = `第一部分 单位概况\n${duties().join("\n")}`;
  expect(overview.length).toBeGreaterThan(missing);
  return { current, prior, text: `${overview.slice(0, missing)}\n${text}` };
}

test("审稿的速度", async () => {
  const { current, prior, text } = await narrative();
  const against = { ...FILE, current, prior };
  const { claims } = auditText(text, against);
  expect(claims.found).toBeGreaterThanOrEqual(200);

  // 换一个对象就是没有审过的工作簿：应有之数要从表里重新算出。
  const first = medianMilliseconds(() =>
    auditText(text, { ...against, current: { ...current }, prior: { ...prior } }),
  );
  const alone = medianMilliseconds(() => auditText(text, FILE));
  const { own, peer } = await inTurns(() => auditText(text, against), text);
  const growth = [1, 10, 100].map((times) => {
    const long = copies(text, times);
    const found = auditText(long, against).claims.found;
    expect(found).toBe(claims.found * times);
    const few = times === 100 ? { warmUp: 1, runs: 5 } : { warmUp: 10, runs: 21 };
    return { times, ms: medianMilliseconds(() => auditText(long, against), few) };
  });
  printTable(`审稿（${text.length} 字，${claims.found} 个数，预热后中位数）`, [
    ["对照两年的表，头一次用这本工作簿", milliseconds(first)],
    ["对照两年的表，同一本再审（目标 ≤ 10 ms）", milliseconds(own)],
    ["只看文本", milliseconds(alone)],
    ["textlint 四条通用规则，同一文本，交替进行", milliseconds(peer)],
    ["textlint ÷ 同一本再审（目标 ≥ 50）", (peer / own).toFixed(1)],
    ["textlint ÷ 头一次用这本工作簿", (peer / first).toFixed(1)],
    ...growth.map(({ times, ms }): [string, string] => [
      `各部分的正文重复 ${times} 遍，${claims.found * times} 个数`,
      `${milliseconds(ms)}，每遍 ${milliseconds(ms / times)}`,
    ]),
  ]);
});

/** 各部分的正文各重复 `times` 遍，标题不重复：整篇照样只有一个第二部分，里面的数是 `times` 倍。 */
function copies(text: string, times: number): string {
  return text
    .split(/^(?=第[一二三四五]部分)/m)
    .map((part) => {
      const heading = part.indexOf("\n") + 1;
      const body = part.slice(heading).replace(/\n?$/, "\n");
      return part.slice(0, heading) + body.repeat(times);
    })
    .join("");
}

const ROUNDS = 15;
const WARM_ROUNDS = 5;
const OWN_RUNS = 9;

/**
 * 审稿与 textlint 交替着跑，免得机器时忙时闲；各取中位数。textlint 每轮一次；审稿每轮先跑三次不计（上一家留下的垃圾
 * 多在这时回收），再计九次。
 */
async function inTurns(
  audit: () => unknown,
  text: string,
): Promise<{ readonly own: number; readonly peer: number }> {
  const lint = textlint(text);
  const own: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await lint();
    const elapsed = performance.now() - start;
    const runs = medianMilliseconds(audit, { warmUp: 3, runs: OWN_RUNS });
    if (round < WARM_ROUNDS) continue;
    peer.push(elapsed);
    own.push(runs);
  }
  return { own: median(own), peer: median(peer) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** 对照：textlint 核心配四条不需要分词的规则；返回跑一遍的函数。 */
function textlint(text: string): () => Promise<void> {
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
  return async () => {
    const { messages } = await kernel.lintText(text, options);
    expect(messages.length).toBeGreaterThan(0);
  };
}
