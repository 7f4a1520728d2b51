import { documentStyle } from "../../src/audit/arithmetic/quantity.ts";
import type { Passage } from "../../src/audit/claims/claims.ts";
import { readPassage } from "../../src/audit/claims/passage.ts";
import { AuditContext } from "../../src/audit/context.ts";
import { patterns } from "../../src/audit/generated/patterns.ts";
import { readDocument } from "../../src/audit/structure/document.ts";
import type { Paragraph } from "../../src/audit/structure/paragraph.ts";

/** 各节、各小节的标题；用例写简称。 */
const TITLES = {
  收支总体: ["一、收入支出决算总体情况说明"],
  收入: ["二、收入决算情况说明"],
  支出: ["三、支出决算情况说明"],
  财政拨款总体: ["四、财政拨款收入支出决算总体情况说明"],
  一般公共预算总体: [
    "五、一般公共预算财政拨款支出决算情况说明",
    "（一）一般公共预算财政拨款支出决算总体情况",
  ],
  一般公共预算结构: [
    "五、一般公共预算财政拨款支出决算情况说明",
    "（二）一般公共预算财政拨款支出决算结构情况",
  ],
  一般公共预算具体: [
    "五、一般公共预算财政拨款支出决算情况说明",
    "（三）一般公共预算财政拨款支出决算具体情况",
  ],
  基本支出: ["六、一般公共预算财政拨款基本支出决算情况说明"],
  三公: ["七、财政拨款“三公”经费支出决算情况说明"],
  政府性基金: ["八、政府性基金预算支出决算情况说明"],
  国有资本: ["九、国有资本经营预算支出决算情况说明"],
  机关运行: ["十、其他重要事项的情况说明", "（一）机关运行经费支出情况"],
  采购: ["十、其他重要事项的情况说明", "（二）政府采购支出情况"],
} as const;
export type SectionName = keyof typeof TITLES;

/** 第二部分某一节的正文，连各级标题写成一份说明。 */
export function inSection(name: SectionName, body: string): string {
  return ["第二部分 2023年度部门决算情况说明", ...TITLES[name], body].join("\n");
}

/** 写在某一节里的一段。 */
export function passageIn(name: SectionName, words: string): Passage {
  const last = readDocument(inSection(name, words)).paragraphs.at(-1);
  if (last === undefined) throw new Error(`“${words}” 没有读成一段`);
  return readPassage(last);
}

export function paragraphIn(name: SectionName, words = "本节的情况。"): Paragraph {
  return passageIn(name, words).paragraph;
}

/** 各种说法都已读出、还没有查的一份说明；没有工作簿。 */
export function readContext(text: string, year = 2023): AuditContext {
  const document = readDocument(text);
  const passages = document.paragraphs.map(readPassage);
  const narrative = passages.filter(({ paragraph }) => paragraph.part === "narrative");
  const style = documentStyle(narrative.flatMap(({ shape }) => shape.figures));
  const context = new AuditContext(document, passages, style, year, null);
  for (const { read } of patterns) for (const passage of passages) read?.(passage, context);
  return context;
}
