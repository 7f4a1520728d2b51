import { type Finding, finding } from "../../findings/finding.ts";
import { forms } from "../../tables/generated/forms.ts";
import type { DraftContext } from "../context.ts";
import type { Paragraph, Section } from "../draft.ts";

/** 公开表的标题 → 表样编号。各地编号不同，只凭标题认。 */
const PUBLIC_TABLES: ReadonlyMap<string, string> = new Map(
  forms.filter(({ family }) => family === "公开").map(({ id, title }) => [title, id]),
);

/** 整本的附表目录里列着、工作簿里没有的公开表，合成一条。目录由说明模板写出，凭各条的标题认。 */
export function annexDoubts({ tables }: DraftContext, sections: readonly Section[]): Finding[] {
  const listed = sections.flatMap(({ paragraphs }) => paragraphs.flatMap(listedTable));
  const absent = listed.filter(({ form }) => !tables.byForm.has(form));
  const [first] = absent;
  if (first === undefined) return [];
  return [
    finding({
      rule: "说明/缺附表",
      severity: "warning",
      kind: "annex",
      what: `附表的目录列着 ${listed.length} 张表，其中 ${absent.length} 张工作簿里没有：${absent.map(({ title }) => title).join("、")}。`,
      why: "说明里只有目录，表要另外附上，少了的就没有公开。",
      todo: "请从决算软件导出这些公开表，附在目录后面；已经附好的，在填报文件“已接受的问题”里照抄这一条并说明理由。",
      cells: [],
      text: { quote: first.title, start: 0, end: first.title.length, section: first.paragraph },
    }),
  ];
}

function listedTable({ id, style, text }: Paragraph) {
  const title = style === "heading1" ? text.replace(/^[一二三四五六七八九十]+、/, "") : "";
  const form = PUBLIC_TABLES.get(title);
  return form === undefined ? [] : [{ paragraph: id, title, form }];
}
