import type { DraftContext } from "../context.ts";
import type { Paragraph } from "../draft.ts";
import type { PerformanceReview, PerformanceStage } from "../inputs/inputs.ts";
import type { SectionBuilder } from "../section.ts";
import { typedCount } from "../wording/figures.ts";
import { headed } from "../wording/headed.ts";
import { reviewRuns } from "../wording/performance-review.ts";
import { withoutFullStop } from "../wording/reason.ts";
import { gap, paragraph, type Run } from "../wording/run.ts";
import { self, thisYear } from "../wording/years.ts";

const ID = "二.十.（四）";

/** 预算绩效管理全部由人填报，表里没有。 */
export const section: SectionBuilder = {
  id: ID,
  order: 219,
  build: (context) =>
    headed(ID, "（四）预算绩效管理情况", "heading2", [process(context), ...reviews(context)]),
};

function process(context: DraftContext): Paragraph {
  const { performance } = context.inputs;
  return paragraph(`${ID}/过程`, "body", [
    `根据预算绩效管理要求，${self(context)}在`,
    thisYear(context),
    "预算编制阶段，组织对",
    stage(performance.evaluated, "事前评估", "开展事前绩效评估的项目数"),
    "开展了预算事前绩效评估，对",
    stage(performance.targeted, "绩效目标", "编制绩效目标的项目数"),
    "编制了绩效目标，预算执行过程中，选取",
    stage(performance.monitored, "绩效监控", "开展绩效监控的项目数"),
    "开展绩效监控，年终组织对",
    stage(performance.reviewed, "绩效自评", "开展绩效自评的项目数"),
    "开展绩效自评",
    performance.whole === null && performance.projects.length === 0
      ? ["，", attachment(context)]
      : "",
    "。",
  ]);
}

/** `7个项目`，有名称的写作 `A、B等7个项目`。 */
function stage({ count, projects }: PerformanceStage, key: string, what: string): Run {
  if (count === null) {
    return [gap(what, `${what}（个）。`, ["绩效管理", key, "项目数"]), "个项目"];
  }
  const names = projects.map(withoutFullStop).join("、");
  const path = `绩效管理.${key}.项目数`;
  const lead = names === "" || count === 1 ? names : `${names}等`;
  return [lead, typedCount(count, path), "个项目"];
}

function attachment(context: DraftContext): Run {
  const { attachment: text } = context.inputs.performance;
  return text === null
    ? gap(
        "绩效自评情况",
        "整体自评、项目自评的得分和综述；都放在附件里的，填“附件”一项说明见哪里。",
        ["绩效管理", "附件"],
      )
    : withoutFullStop(text);
}

function reviews(context: DraftContext): Paragraph[] {
  const { whole, projects, attachment: where } = context.inputs.performance;
  if (whole === null && projects.length === 0) return [];
  const paragraphs: Paragraph[] = [];
  if (whole !== null) {
    paragraphs.push(review(context, `${ID}/整体自评`, "整体支出", whole, "绩效管理.整体自评"));
  }
  for (const [index, project] of projects.entries()) {
    const path = `绩效管理.项目自评.${project.name}`;
    paragraphs.push(
      review(context, `${ID}/项目自评/${index + 1}`, `“${project.name}”项目`, project, path),
    );
  }
  if (where !== null) {
    paragraphs.push(paragraph(`${ID}/附件`, "body", [`${withoutFullStop(where)}。`]));
  }
  return paragraphs;
}

function review(
  context: DraftContext,
  id: string,
  subject: string,
  facts: PerformanceReview,
  path: string,
): Paragraph {
  return paragraph(id, "body", reviewRuns(subject, facts, path, context.style));
}
