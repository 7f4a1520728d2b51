// 这几条规则的包里没有类型。
declare module "textlint-rule-*" {
  import type { TextlintKernelRule } from "@textlint/kernel";

  const rule: TextlintKernelRule["rule"];
  export default rule;
}
