import type { Passage } from "./claims/claims.ts";
import type { AuditContext } from "./context.ts";

/** 一种不规整的写法，和逼出它的是哪一类文本。 */
export interface OddForm {
  readonly form: string;
  readonly from: string;
}

/**
 * 一种说法：怎么读、怎么查。一个文件一种，放在 `patterns/`，由生成器收进清单；用例在
 * `tests/audit/patterns/<同名>.yaml`。新增一种不改别的文件。
 * 先对所有段落执行全部 `read`，再执行全部 `check`，各种说法之间没有先后。
 * 绝大多数段落都不合任何一种句式：找全部匹配用 `matchesOf`，写法多的先用 `Screen` 粗筛；按段、按数查找用
 * `AuditContext` 的索引，不要遍历全篇的说法，免得时间随长度的平方增长。
 */
export interface Pattern {
  /** 与文件名相同。 */
  readonly id: string;
  readonly title: string;
  /** 读什么、凭什么查，一两句话。 */
  readonly about: string;
  readonly oddForms: readonly OddForm[];
  readonly read?: (passage: Passage, context: AuditContext) => void;
  readonly check?: (context: AuditContext) => void;
}
