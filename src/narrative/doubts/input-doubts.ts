import type { Finding } from "../../findings/finding.ts";
import { yuanText } from "../../money/cents.ts";
import type { DraftContext } from "../context.ts";
import { isMissing } from "../facts/known.ts";
import { procurement } from "../facts/operations.ts";
import { hospitality, statistic, threePublicActual } from "../facts/three-public.ts";
import type { PerformanceStage } from "../inputs/inputs.ts";
import { itemisedTotal } from "../wording/itemised.ts";
import { doubt } from "./doubt.ts";

/** 填报的数与表里的数、填报的数彼此之间对不上的地方。 */
export function inputDoubts(context: DraftContext): Finding[] {
  return [...vehicleDoubts(context), ...listDoubts(context), ...performanceDoubts(context)];
}

function vehicleDoubts({ current, inputs }: DraftContext): Finding[] {
  const found: Finding[] = [];
  const kept = statistic(current, "公务用车保有量");
  const held = inputs.holdings.reduce((total, { count }) => total + count, 0);
  if (inputs.holdings.length > 0 && !isMissing(kept) && kept.count !== 0 && kept.count !== held) {
    found.push(mismatch("公务用车.保有车型", `${held} 辆`, "公务用车保有量", `${kept.count} 辆`));
  }
  if (inputs.purchases.length === 0) return found;
  const bought = statistic(current, "公务用车购置数");
  const count = inputs.purchases.reduce((total, purchase) => total + purchase.count, 0);
  if (!isMissing(bought) && bought.count !== count) {
    found.push(
      mismatch("公务用车.购置车型", `${count} 辆`, "公务用车购置数", `${bought.count} 辆`),
    );
  }
  const spent = threePublicActual(current, "公务用车购置费");
  const cents = inputs.purchases.reduce((total, purchase) => total + purchase.cents, 0);
  if (!isMissing(spent) && spent.cents !== cents) {
    found.push(
      mismatch(
        "公务用车.购置车型",
        `${yuanText(cents)} 元`,
        "公务用车购置费",
        `${yuanText(spent.cents)} 元`,
      ),
    );
  }
  return found;
}

function mismatch(key: string, typed: string, line: string, table: string): Finding {
  return doubt("填报与表不符", "error", {
    what: `填报文件“${key}”合计 ${typed}，附03 的${line}是 ${table}。`,
    why: "同一段里的总数和分项对不上。",
    todo: "请核对填报文件和附03。",
  });
}

function listDoubts({ current, inputs }: DraftContext): Finding[] {
  const found: Finding[] = [];
  const received = hospitality(current).domestic;
  const receptions = itemisedTotal(inputs.receptions);
  if (receptions !== null && !isMissing(received) && receptions > received.cents) {
    found.push(tooMuch("公务接待.国内接待内容", receptions, "国内公务接待支出", received.cents));
  }
  const bought = procurement(current).total;
  const uses = itemisedTotal(inputs.procurementUses);
  if (uses !== null && !isMissing(bought) && uses > bought.cents) {
    found.push(tooMuch("政府采购.主要用途", uses, "政府采购支出总额", bought.cents));
  }
  return found;
}

function tooMuch(key: string, typed: number, line: string, table: number): Finding {
  return doubt(
    "逐项金额超过总额",
    "error",
    {
      what: `填报文件“${key}”各件合计 ${yuanText(typed)} 元，多于附03 的${line} ${yuanText(table)} 元。`,
      why: "分项之和不能大于总额。",
      todo: "请核对各件金额（以元填写）。",
    },
    { left: yuanText(typed), right: yuanText(table), difference: yuanText(typed - table) },
  );
}

function performanceDoubts({ inputs }: DraftContext): Finding[] {
  const { evaluated, targeted, monitored, reviewed } = inputs.performance;
  const stages: readonly (readonly [string, PerformanceStage])[] = [
    ["事前评估", evaluated],
    ["绩效目标", targeted],
    ["绩效监控", monitored],
    ["绩效自评", reviewed],
  ];
  return stages
    .filter(([, { count, projects }]) => count !== null && projects.length > count)
    .map(([name, { count, projects }]) =>
      doubt("绩效项目数不符", "error", {
        what: `填报文件“绩效管理.${name}”列了 ${projects.length} 个项目，项目数写的是 ${count}。`,
        why: "列名的项目不能多于项目数。",
        todo: "请核对。",
      }),
    );
}
