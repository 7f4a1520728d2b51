const NUMBERING =
  /^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)|\d+[、.](?!\d)|\(\d+\))/;
const LEADING_WORD = /^(?:其中|加|减):/;
/** 含有 `flatten` 要处理的字符；多数文字没有，先看一眼可省去逐项替换。 */
const IRREGULAR = /[\uFF01-\uFF5E\s\u3000\u00A0\u200B\uFEFF"“”‘’'「」[\]〔【〕】—–―‐‑─]/;
const CACHE_LIMIT = 20_000;
const cache = new Map<string, string>();

/**
 * 去掉排版差异：全角数字字母括号变半角，去掉一切空白（含折行）与引号，各种横线统一为 `-`。
 * 不改动文字本身，用于标题、表号、表头。
 */
export function flatten(text: string): string {
  if (!IRREGULAR.test(text)) return text;
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\u00A0\u200B\uFEFF"“”‘’'「」]/g, "")
    .replace(/[[〔【]/g, "(")
    .replace(/[\]〕】]/g, ")")
    .replace(/[—–―‐‑─]/g, "-");
}

/**
 * 行名、栏名用于比对的写法：在 `flatten` 之上再去掉序号（一、（一）1．（1））、`其中：`、
 * 尾部冒号与栏名后的 `（元）`。
 */
export function normaliseLabel(text: string): string {
  const known = cache.get(text);
  if (known !== undefined) return known;
  let label = flatten(text);
  for (;;) {
    const shorter = label.replace(NUMBERING, "").replace(LEADING_WORD, "");
    if (shorter === label || shorter === "") break;
    label = shorter;
  }
  label = label.replace(/\(万?元\)$/, "").replace(/:$/, "");
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, label);
  return label;
}

/** 科目、项目名称供人看的写法：去掉空白与折行，汉字旁的半角括号改成全角。 */
export function tidyName(text: string): string {
  return text
    .replace(/[\s\u3000\u00A0\u200B\uFEFF]/g, "")
    .replaceAll("(", "（")
    .replaceAll(")", "）");
}

/** 去掉首尾空白与折行，其余照原样。 */
export function unwrap(text: string): string {
  return text.replace(/[ \t]*[\r\n]+[ \t]*/g, "").trim();
}

/** 全表合计行的各种写法。 */
export function isTotalLabel(text: string): boolean {
  const label = normaliseLabel(text);
  return label === "合计" || label === "总计" || label === "支出合计" || label === "收入合计";
}

/** 表尾：`注：…`、`说明：…`、`— 4.%d —` 页码一类。 */
export function isFootText(text: string): boolean {
  const label = flatten(text);
  return (
    /^(?:注|备注|说明|附注|填报说明|填表说明)(?:[:.、\d]|$)/.test(label) ||
    /^-[\d.%a-z]*-$/.test(label)
  );
}

/** 表头里不是栏名的记号：栏次、行次、类款项、栏次号（`3`、`1=2+3`、`栏1`）。 */
export function isHeaderMark(label: string): boolean {
  return (
    label === "" ||
    label === "栏次" ||
    label === "行次" ||
    label === "类" ||
    label === "款" ||
    label === "项" ||
    /^栏?[\d=+\-()（）]+$/.test(label)
  );
}
