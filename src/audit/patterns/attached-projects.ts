import type { Passage, Span } from "../claims/claims.ts";
import { textSpan } from "../claims/passage.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";

/** `“甲”项目绩效目标完成情况综述`。 */
const DESCRIBED = /“([^“”]{2,40})”(?:专项)?(?:预算)?项目绩效(?:目标)?(?:完成情况|自评)/g;
/** `形成某单位整体绩效自评报告、甲、乙专项预算项目绩效自评报告`：最后一个“报告、”之后是各项目。 */
const ANNOUNCED =
  /(?:形成了?|报告、)((?:[^。；，：（）“”、]{2,30}、){0,8}[^。；，：（）“”、]{2,30}?)(?:专项)?(?:预算)?项目(?:支出)?绩效(?:自评|评价)报告/g;
/** 附件里一份报告的题名。 */
const HEADING =
  /^(?:附件[^一-龥]{0,4})?(?:\ue004)?“?([^，。；：“”]{2,40}?)”?(?:专项)?(?:预算)?项目(?:支出)?(?:绩效(?:自评|评价)报告)?$/;

export const pattern: Pattern = {
  id: "attached-projects",
  title: "正文说到的项目，附表、附件里有",
  about:
    "预算绩效一节逐个综述、说形成了自评报告的项目，附着的绩效目标完成情况表、自评表、报告里应当就是这几个。附着的一个也对不上的，多半不是按项目附的，不看。",
  oddForms: [
    { form: "正文“甲机构工作经费”，附表“甲机构运行经费”", from: "县级部门公开稿" },
    { form: "题名分成两行：甲专项预算项目 / 绩效评价报告", from: "由扫描件识别得到的部门公开稿" },
    { form: "项目名称与名称压平成两行，或同一行隔着制表符", from: "各级公开稿的自评表" },
  ],
  check(context) {
    const attached = attachedNames(context.passages);
    if (attached.length === 0) return;
    const told = context.inPart("narrative").flatMap(toldIn);
    const isAttached = ({ name }: Told) => attached.some((each) => isSame(each, name));
    if (!told.some(isAttached)) return;
    const reported = new Set<string>();
    for (const each of told) {
      if (isAttached(each) || reported.has(each.name)) continue;
      reported.add(each.name);
      missing(each, attached, told, context);
    }
  },
};

interface Told {
  readonly passage: Passage;
  readonly span: Span;
  readonly name: string;
}

/** 正文里说到的各个项目。 */
function toldIn(passage: Passage): Told[] {
  const { topic, cell } = passage.paragraph;
  if (topic !== "绩效" || cell) return [];
  const { text } = passage.shape;
  const place = (start: number, end: number): Told => ({
    passage,
    span: { start, end },
    name: textOf(passage, { start, end }),
  });
  const described = matchesOf(DESCRIBED, text).map((match) =>
    place(match.index + 1, match.index + 1 + (match[1]?.length ?? 0)),
  );
  const announced = matchesOf(ANNOUNCED, text).flatMap((match) => {
    let at = match.index + match[0].indexOf(match[1] ?? "");
    return (match[1] ?? "").split("、").flatMap((name) => {
      const start = at;
      at += name.length + 1;
      return /整体|报告/.test(name) ? [] : [place(start, start + name.length)];
    });
  });
  return [...described, ...announced];
}

function textOf({ shape, paragraph }: Passage, span: Span): string {
  const { start, end } = textSpan(shape, span);
  return paragraph.text.slice(start, end);
}

/** 附着的表、报告里的项目名称。 */
function attachedNames(passages: readonly Passage[]): string[] {
  return passages.flatMap((passage, index) => {
    const { part, topic, cell, text } = passage.paragraph;
    const next = passages[index + 1]?.paragraph.text ?? "";
    if (/^项目名称/.test(text) && (part === "attachments" || topic === "绩效")) {
      const own = text.replace(/^项目名称[：:\s]*/, "").split("\t")[0] ?? "";
      return own !== "" ? [own] : next.length <= 40 ? [next] : [];
    }
    if (part !== "attachments" || cell) return [];
    if (!text.endsWith("报告") && !/^绩效(?:自评|评价)报告$/.test(next)) return [];
    const name = HEADING.exec(passage.shape.text)?.[1];
    return name === undefined || name.includes("整体") ? [] : [name];
  });
}

const plain = (name: string) =>
  name.replace(/[“”\s]/g, "").replace(/(?:专项|预算|项目|支出|资金|经费)+$/, "");

/** 只差“专项”“项目”“经费”之类的尾巴，或一个是另一个的一部分。 */
function isSame(a: string, b: string): boolean {
  const [left, right] = [plain(a), plain(b)];
  return left !== "" && right !== "" && (left.includes(right) || right.includes(left));
}

function missing(
  { passage, span, name }: Told,
  attached: readonly string[],
  told: readonly Told[],
  context: AuditContext,
): void {
  const others = attached.filter((each) => !told.some((one) => isSame(each, one.name)));
  const instead =
    others.length === 0
      ? ""
      : `，却有正文没有说到的${[...new Set(others)].map((each) => `“${each}”`).join("、")}`;
  context.report({
    kind: "cross-section",
    severity: "warning",
    passage,
    span,
    what: `正文说到的项目“${name}”，附着的绩效表、报告里没有${instead}。`,
    why: "正文说到的项目与所附的应当是同样几个，名称一致。",
    todo: "请核实：名称写错的，改正文或改附件；漏附的补附，附错的换掉。",
    stated: name,
  });
}
