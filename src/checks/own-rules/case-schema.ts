import * as v from "valibot";
import type { RuleCase } from "./run-cases.ts";

const text = v.pipe(
  v.union([v.string(), v.number()], "应为文字"),
  v.transform((value) => String(value)),
);
const names = v.optional(v.array(v.string("应为文字"), "应为列表"));

/** 一个用例，键的意思见 run-cases.ts。 */
const caseSchema = v.strictObject(
  {
    名称: text,
    类型: v.optional(v.picklist(["通过", "不通过", "边界"], "应为通过、不通过或边界")),
    结果: v.picklist(["成立", "不成立", "未执行"], "应为成立、不成立或未执行"),
    差额: v.optional(text),
    处数: v.optional(v.pipe(v.number("应为整数"), v.integer("应为整数"))),
    原因: v.optional(text),
    年度: v.optional(v.union([v.number(), v.literal("未知")], "应为年度或“未知”")),
    层级: v.optional(v.picklist(["部门", "单位"], "应为部门或单位")),
    封面: v.optional(v.record(v.string(), text, "应为若干“键: 值”")),
    有表: names,
    没有: names,
    文字: v.optional(v.record(v.string(), text, "应为若干“格: 文字”")),
    数据: v.optional(
      v.record(v.string(), v.union([v.string(), v.number()], "应为数或文字"), "应为若干“格: 数”"),
      {},
    ),
  },
  "应有“名称”“结果”“数据”",
);

export interface ReadCases {
  readonly cases: readonly RuleCase[];
  /** 写错的用例（没有用）：在列表里的路径，和错在哪里。 */
  readonly issues: readonly { readonly path: readonly string[]; readonly what: string }[];
}

/** 校验写着的用例；写错的去掉，其余照用。 */
export function readCases(content: unknown): ReadCases {
  if (content === null) return { cases: [], issues: [] };
  if (!Array.isArray(content)) return { cases: [], issues: [{ path: [], what: "应为列表。" }] };
  const cases: RuleCase[] = [];
  const issues: { path: string[]; what: string }[] = [];
  for (const [place, each] of content.entries()) {
    const read = v.safeParse(caseSchema, each);
    if (read.success) {
      cases.push(read.output);
      continue;
    }
    const [issue] = read.issues;
    const path = (issue.path ?? []).map(({ key }) => String(key));
    const strange = issue.type === "strict_object" && issue.expected === "never";
    const key = path.join(" › ");
    issues.push({
      path: [String(place), ...path],
      what: strange
        ? `里不认识“${key}”这个键。`
        : `${key === "" ? "" : `的“${key}”`}${issue.message}。`,
    });
  }
  return { cases, issues };
}
