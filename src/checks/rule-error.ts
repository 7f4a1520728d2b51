/** 规则本身写错了（语法、表号、行名、栏名、用法），与送审的表无关。消息为中文，可以直接显示。 */
export class RuleError extends Error {
  override readonly name = "RuleError";
}
