import * as v from "valibot";
import { yamlDocument } from "../../findings/yaml-document.ts";
import { inputsSchema } from "../inputs/schema.ts";
import { styleOf } from "../inputs/to-inputs.ts";
import { offsetOf } from "../inputs/yaml-places.ts";
import type { DraftOptions } from "../style.ts";
import { didYouMean, placeMistakes, type Slip, slip, type TemplateMistake } from "./mistake.ts";

/** 一套模板里的写法文件。 */
export const STYLE_FILE = "写法.yaml";

const level = inputsSchema.entries.级别;
const text = inputsSchema.entries.上年单位名称;

const styleFileSchema = v.strictObject(
  { 名称: text, 底本: text, 级别: level, 写法: inputsSchema.entries.写法 },
  "应为若干“键: 值”",
);

/** 写法文件的内容；没有写的为 null。 */
export interface StyleFile {
  readonly name: string | null;
  /** 没有自己写的节，用哪一套的。 */
  readonly base: string | null;
  readonly level: "部门" | "单位" | null;
  readonly style: DraftOptions;
}

const EMPTY = v.parse(styleFileSchema, {});
const WHY = "认不清写法就不能起草。";

/** 读写法文件。不抛错：写错的地方逐处列出。 */
export function readStyleFile(yamlText: string): {
  readonly content: StyleFile;
  readonly mistakes: readonly TemplateMistake[];
} {
  const source = yamlText.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const { document, problems } = yamlDocument(source);
  const broken = problems.map(({ offset, reason }) =>
    slip(offset, `写法不是有效的 YAML：${reason}。`, WHY, "请检查缩进、冒号和引号。"),
  );
  if (broken.length > 0) return { content: toContent(EMPTY), mistakes: placed(source, broken) };
  const result = v.safeParse(styleFileSchema, document.toJS({ maxAliasCount: 0 }) ?? {});
  if (result.success) return { content: toContent(result.output), mistakes: [] };
  const slips = result.issues.map((issue) => {
    const path = (issue.path ?? []).map((item) => String(item.key));
    return issueSlip(issue, path, offsetOf(document, path));
  });
  return { content: toContent(EMPTY), mistakes: placed(source, slips) };
}

function placed(source: string, slips: readonly Slip[]): TemplateMistake[] {
  return placeMistakes(STYLE_FILE, source, slips);
}

function toContent(raw: v.InferOutput<typeof styleFileSchema>): StyleFile {
  return { name: raw.名称, base: raw.底本, level: raw.级别, style: styleOf(raw.写法) };
}

function issueSlip(issue: v.BaseIssue<unknown>, path: readonly string[], at: number): Slip {
  const key = path.join(" › ");
  if (issue.type !== "strict_object" || issue.expected !== "never") {
    return slip(at, `${key === "" ? "整个文件" : `“${key}”`}${issue.message}。`, WHY, "请改正。");
  }
  const known = Object.keys(path.length === 1 ? EMPTY : EMPTY.写法);
  const todo = didYouMean(path.at(-1) ?? "", known, `可以写的有${known.join("、")}。`);
  return slip(at, `不认识“${key}”这个键。`, WHY, todo);
}
