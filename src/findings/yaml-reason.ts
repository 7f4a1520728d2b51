const REASONS: Readonly<Record<string, string>> = {
  BAD_INDENT: "缩进不对",
  DUPLICATE_KEY: "同一个键写了两次",
  MISSING_CHAR: "少了冒号、引号或括号",
  TAB_AS_INDENT: "缩进用了制表符，请改用空格",
  UNEXPECTED_TOKEN: "有多余的符号",
  MULTILINE_IMPLICIT_KEY: "键不能换行，可能少了冒号",
  BLOCK_AS_IMPLICIT_KEY: "一行里有两个“键: 值”，有冒号的文字请加引号",
};

/** 人写的 YAML（规则、填报、写法）坏在哪里，中文短句。`code` 是 yaml 库的错误代号。 */
export function yamlReason(code: string): string {
  return REASONS[code] ?? `读不懂，${code}`;
}
