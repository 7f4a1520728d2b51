import type { Severity } from "../../findings/finding.ts";
import type { Span } from "../claims/claims.ts";
import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";
import { Screen } from "../text/screen.ts";

interface Remnant {
  readonly form: RegExp;
  /** 必有的字，粗筛用：空格隔开的每一串里至少出现一个。 */
  readonly needed: string;
  readonly severity: Severity;
  readonly what: string;
  readonly todo: string;
}

const FIELD =
  "(?:团组名称|出访地点|取得(?:的)?成效|接待具体项目|具体项目|具体内容|项目名称|单位名称|部门名称|收入类型|收入项目|事业收入项目|主要用途|具体用途|具体原因|原因|说明|金额|数量|填写[^，。；（）]{0,10}|如有|若有|若无)";

const REMNANTS: readonly Remnant[] = [
  {
    form: new RegExp(`（${FIELD}(?:[、，/和及]${FIELD}){0,6}(?:等)?）`, "g"),
    needed: "（",
    severity: "error",
    what: "是模板里提示填写的话，没有换成内容",
    todo: "请填写实际内容，或连同括号删去。",
  },
  {
    form: /(?:增加|增长|上升|减少|下降|降低|大于|小于|等于|持平|高于|低于)(?:[（]?(?:[/或|]|[（])(?:增加|增长|上升|减少|下降|降低|大于|小于|等于|持平|高于|低于)[）]?){1,3}/g,
    needed: "（/或| 加长升少降低于平",
    severity: "error",
    what: "是模板里的二选一，没有选定",
    todo: "请按实际情况留下一个；没有变动的写“持平”。",
  },
  {
    form: /(?:[×ＸXx]{2,}|[○〇]{2,}|_{2,}|＿{2,}|\*{2,}|…{3,}|\?{2,}|？{2,})(?:万?元|%|年度?|个|单位|部门|项目)?/g,
    needed: "×ＸXx○〇_＿*…?？",
    severity: "error",
    what: "是没有填写的空位",
    todo: "请填写实际内容。",
  },
  {
    form: /(?:占|增加|减少|增长|下降|支出|收入|预算为|决算为|共计|完成预算的)(?:万元|%|批次|人次)/g,
    needed: "占加少长降出入为计的 万%批人",
    severity: "error",
    what: "漏填了数",
    todo: "请填上数。",
  },
  {
    form: /(?:本)?部门（单位）|单位（部门）|(?:本)?部门\/单位|单位\/部门/g,
    needed: "（/ 单",
    severity: "warning",
    what: "没有选定是部门还是单位",
    todo: "请按本套决算是部门还是单位，通篇用一种称呼。",
  },
  {
    form: /（[^（）]{0,80}(?:请(?:自行|根据|参照|按照|结合|据实|填|删|罗列|注明|在此)|自行删除|自行增减|可以不写|可不写|如无[^，。）]{0,10}(?:删除|不写)|不涉及的[^，。）]{0,12}删)[^（）]{0,120}）?/g,
    needed: "（ 请自可如不",
    severity: "warning",
    what: "是给填表人看的说明",
    todo: "公开前请删去。",
  },
  {
    form: /(?:请自行删除|请根据[^。；）]{2,40}(?:罗列|填写|增减)|可以不写原因|可不写原因|按实际情况填写|据实填写)/g,
    needed: "请可按据",
    severity: "warning",
    what: "是给填表人看的说明",
    todo: "公开前请删去。",
  },
  {
    form: /主要用于（[^（）]{4,80}）等?/g,
    needed: "主 （",
    severity: "warning",
    what: "内容还留在模板提示用的括号里",
    todo: "请去掉括号，改写成句。",
  },
  {
    form: /等（[^（）]{10,80}(?:费|支出)等?）[。；]/g,
    needed: "等 （",
    severity: "warning",
    what: "句末括号里是模板原有的用途说明",
    todo: "请去掉括号或改写成句。",
  },
  {
    form: /[，。；]主(?=截至|截止|全年|其中|本部门|本单位)/g,
    needed: "主",
    severity: "warning",
    what: "删去模板句子时留下了一个“主”字",
    todo: "请删去残字。",
  },
  {
    form: /(?:增加|减少|增长|下降)[（]?0(?:\.0+)?万?元?[，、](?:增加|减少|增长|下降)0(?:\.0+)?%/g,
    needed: "0 %",
    severity: "note",
    what: "没有变动却写成增减0",
    todo: "请写“与上年持平”。",
  },
];

const screen = new Screen(REMNANTS, ({ needed }) => needed.split(" "));

export const pattern: Pattern = {
  id: "template-remnants",
  title: "模板残留",
  about:
    "括号里的填写提示、没有选定的二选一、空位、给填表人的说明、残字。【待补充：…】不在此列，另计为尚未填写。",
  oddForms: [
    { form: "增加/减少0万元，增长/下降0%", from: "没有改完的省级模板" },
    { form: "主截至2022年12月底", from: "由扫描件识别得到的部门公开稿" },
    { form: "占 %，比上年减少 万元", from: "没有填完的市级部门公开稿" },
  ],
  check(context) {
    for (const passage of context.passages) {
      const { paragraph, shape } = passage;
      if (paragraph.part === "front" || paragraph.part === "tables") continue;
      const taken: [number, number][] = [];
      for (const { form, severity, what, todo } of screen.possible(paragraph.text)) {
        for (const match of matchesOf(form, paragraph.text)) {
          const start = match.index + (/^[，。；]/.test(match[0]) ? 1 : 0);
          const end = match.index + match[0].length;
          if (taken.some(([a, b]) => start < b && a < end)) continue;
          taken.push([start, end]);
          context.report({
            kind: "template-remnant",
            severity,
            passage,
            span: shapeSpan(shape.at, start, end),
            what: `“${short(paragraph.text.slice(start, end))}”${what}。`,
            why: "公开的说明里不应有模板的话。",
            todo,
          });
        }
      }
    }
  },
};

function short(text: string): string {
  return text.length <= 30 ? text : `${text.slice(0, 28)}……`;
}

/** 段落文本范围 → 骨架范围。 */
function shapeSpan(at: Int32Array, start: number, end: number): Span {
  return {
    start: at.filter((offset) => offset <= start).length - 1,
    end: at.filter((offset) => offset < end).length,
  };
}
