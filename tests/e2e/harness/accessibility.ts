import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * 用 axe 查一遍现在的页面，返回严重（serious）和致命（critical）的问题，一条一行；没有时为空。
 * axe 由驱动程序注入，不受页面的安全策略限制。
 */
export async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, impact, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${impact} ${id}：${help} @ ${target.join(" ")} ${failureSummary ?? ""}`,
      ),
    );
}
