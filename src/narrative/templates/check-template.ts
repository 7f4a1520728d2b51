import type { ItemEntry, TemplateKind } from "../catalogue/entry.ts";
import { checkComparison, checkPredicate } from "./check-comparison.ts";
import type { FilterArgument, TemplateFilter } from "./filter.ts";
import { literalValue } from "./literal.ts";
import { didYouMean, type Slip, slip } from "./mistake.ts";
import { EACH_NAMES, type KnownNames, type NameKind, plainName } from "./names.ts";
import type {
  Block,
  EachNode,
  FilterUsed,
  IfNode,
  Inline,
  NameUsed,
  ParagraphBlock,
  Primary,
  Test,
  ValueTerm,
} from "./syntax.ts";

const NO_FIGURE = "起草时不知道写什么数。";

/** 核对模板里的名称、筛选和种类。不抛错：每错一处记进 `slips`。 */
export function checkTemplate(blocks: readonly Block[], known: KnownNames, slips: Slip[]): void {
  new Check(known, slips).blocks(blocks, []);
}

/** 所在的各层清单，外层在前。 */
type Lists = readonly (readonly ItemEntry[])[];

class Check {
  constructor(
    private readonly known: KnownNames,
    private readonly slips: Slip[],
  ) {}

  blocks(blocks: readonly Block[], lists: Lists): void {
    for (const block of blocks) {
      if (block.kind === "段落") this.paragraph(block, lists);
      else this.structure(block, lists, (body, inside) => this.blocks(body, inside));
    }
  }

  private paragraph({ style, number, content, at }: ParagraphBlock, lists: Lists): void {
    this.inlines(number, lists);
    this.inlines(content, lists, style === "图");
    if (style !== "图") return;
    const charts = content.filter(
      (node) => node.kind === "值" && this.peek(node.value, lists) === "图",
    );
    const [first] = content;
    const titled = first?.kind === "文字" && /^图\d+[：:]./.test(first.text);
    if (titled && charts.length === 1) return;
    const what = titled ? "【图】一段里要有一个图。" : "【图】一段要以图号开头。";
    const todo = "请写成“【图】图1：收入决算结构图{收入结构图}”这样。";
    this.slips.push(slip(at, what, "没有图号、图题或数据的图画不出来。", todo));
  }

  private inlines(nodes: readonly Inline[], lists: Lists, chartAllowed = false): void {
    for (const node of nodes) {
      if (node.kind === "值") this.printed(node.value, node.at, lists, chartAllowed);
      else if (node.kind !== "文字") {
        this.structure(node, lists, (body, inside) => this.inlines(body, inside));
      }
    }
  }

  private structure<Body>(
    node: IfNode<Body> | EachNode<Body>,
    lists: Lists,
    walk: (body: readonly Body[], lists: Lists) => void,
  ): void {
    if (node.kind === "如果") {
      for (const { test, body } of node.branches) {
        if (test !== null) this.test(test, lists);
        walk(body, lists);
      }
      return;
    }
    const inside = this.into(node.list, lists);
    if (node.when !== null) this.test(node.when, inside);
    walk(node.body, inside);
    walk(node.between, lists);
  }

  /** 进到清单的一项里。外层清单里只能再写那一项自己的清单，起草的步数才不会成倍增加。 */
  private into(list: NameUsed, lists: Lists): Lists {
    const found = this.name(list, lists);
    if (found === null) return [...lists, []];
    if (found.kind !== "清单") {
      const todo = "“每个”“有”后面写清单的名称，见模板手册。";
      this.slips.push(slip(list.at, `“${list.name}”是${found.kind}，不是清单。`, NO_FIGURE, todo));
    } else if (lists.length > 0 && !lists.some((items) => itemNamed(items, list.name) !== null)) {
      const todo = "里面只能再写这一项自己的清单；请把两个清单分开写。";
      this.slips.push(slip(list.at, `清单里不能再套“${list.name}”。`, NO_FIGURE, todo));
    }
    return [...lists, [...(found.items ?? []), ...EACH_NAMES]];
  }

  private test(test: Test, lists: Lists): void {
    if (test.kind === "非") this.test(test.test, lists);
    else if (test.kind === "且" || test.kind === "或") {
      for (const each of test.tests) this.test(each, lists);
    } else if (test.kind === "有") {
      const inside = this.into(test.list, lists);
      if (test.when !== null) this.test(test.when, inside);
    } else if (test.kind === "判断") this.judgement(test.value, lists);
    else if (test.kind === "状态") {
      const kind = this.value(test.left, lists);
      if (kind !== null) checkPredicate(test, kind, this.slips);
    } else {
      const left = this.value(test.left, lists);
      const right = this.value(test.right, lists);
      if (left !== null && right !== null) checkComparison(test, left, right, this.slips);
    }
  }

  private judgement(value: ValueTerm, lists: Lists): void {
    const kind = this.value(value, lists);
    if (kind === null || kind === "判断") return;
    const { at } = value.primary;
    const example = kind === "清单" ? "“有 某清单”" : "“某数 为零”“某数 是 “持平””";
    const why = "条件应有真假。";
    this.slips.push(slip(at, `${kind}不能单独作条件。`, why, `请写成${example}这样。`));
  }

  private printed(value: ValueTerm, at: number, lists: Lists, chartAllowed: boolean): void {
    const kind = this.value(value, lists);
    const { primary } = value;
    if (primary.kind === "数" && value.filters.length === 0) {
      const what = `“${primary.digits}${primary.unit}”没有出处。`;
      const todo = "要印出这几个字，请去掉花括号。";
      this.slips.push(slip(at, what, "花括号里的数要取自表或填报。", todo));
    } else if (kind === "判断" || kind === "清单") {
      const todo = kind === "判断" ? "请用在“如果”里。" : "请用“每个”逐项写。";
      this.slips.push(slip(at, `${kind}不能直接写出来。`, "它不是一个数或一段文字。", todo));
    } else if (kind === "图" && !chartAllowed) {
      const todo = "请另起一段，以【图】开头，图不放在“如果”“每个”里。";
      this.slips.push(slip(at, "图不能写在这里。", "图要独占一段。", todo));
    }
  }

  /** 值的种类，不记错。 */
  private peek({ primary, filters }: ValueTerm, lists: Lists): TemplateKind | null {
    if (primary.kind !== "名称" || filters.length > 0) return null;
    return this.find(primary.name, lists)?.kind ?? null;
  }

  /** 值的种类；有错时记下，返回 null。 */
  private value({ primary, filters }: ValueTerm, lists: Lists): TemplateKind | null {
    let kind = this.primary(primary, lists);
    for (const used of filters) {
      const filter = this.filter(used);
      if (filter !== null) {
        if (kind !== null && !filter.accepts.includes(kind)) {
          const todo = `它只用在${filter.accepts.join("、")}上。`;
          const what = `筛选“${filter.name}”不能用在${kind}上。`;
          this.slips.push(slip(used.at, what, NO_FIGURE, todo));
        }
        this.args(used, filter, lists);
      }
      kind = filter?.gives ?? null;
    }
    return kind;
  }

  private primary(primary: Primary, lists: Lists): TemplateKind | null {
    if (primary.kind === "文字") return "文字";
    if (primary.kind === "名称") return this.name(primary, lists)?.kind ?? null;
    const value = literalValue(primary);
    if (value !== null) return value.kind;
    const what = `“${primary.digits}${primary.unit}”位数太多。`;
    const todo = "元最多两位小数，万元六位，百分数四位，计数是整数。";
    this.slips.push(slip(primary.at, what, "比不准。", todo));
    return null;
  }

  private filter(used: FilterUsed): TemplateFilter | null {
    const found = this.known.filters.get(used.name);
    if (found !== undefined) return found;
    const names = [...this.known.filters.values()].map(({ name }) => name);
    const todo = didYouMean(used.name, names, `可以用的有${names.join("、")}。`);
    this.slips.push(slip(used.at, `没有叫“${used.name}”的筛选。`, NO_FIGURE, todo));
    return null;
  }

  private args({ at, args }: FilterUsed, filter: TemplateFilter, lists: Lists): void {
    const needed = filter.args.filter(({ optional }) => optional !== true).length;
    const shape = `${filter.name}${filter.args.map(argumentShape).join("")}`;
    if (args.length < needed || args.length > filter.args.length) {
      const what = `筛选“${filter.name}”后面写了 ${args.length} 个词。`;
      this.slips.push(slip(at, what, NO_FIGURE, `应写成“${shape}”。`));
    }
    for (const [index, arg] of args.entries()) {
      const kind = this.primary(arg, lists);
      const wanted = filter.args[index];
      if (kind === null || wanted === undefined || kind === wanted.kind) continue;
      const what = `“${wanted.name}”应为${wanted.kind}，这里是${kind}。`;
      this.slips.push(slip(arg.at, what, NO_FIGURE, `应写成“${shape}”。`));
    }
  }

  private name({ name, at }: NameUsed, lists: Lists): NameKind | null {
    const found = this.find(name, lists);
    if (found === null) this.slips.push(this.unknown(name, at, lists));
    return found;
  }

  private find(name: string, lists: Lists): NameKind | null {
    for (const items of lists.toReversed()) {
      const item = itemNamed(items, name);
      if (item !== null) return item;
    }
    return this.known.figures.get(name) ?? null;
  }

  private unknown(name: string, at: number, lists: Lists): Slip {
    const inside = lists.flat().map((item) => item.name);
    const names = [...inside, ...[...this.known.figures.values()].map((entry) => entry.name)];
    const todo = didYouMean(name, names, "全部的数见模板手册 docs/templates-guide.md。");
    return slip(at, `没有叫“${name}”的数。`, NO_FIGURE, todo);
  }
}

function itemNamed(items: readonly ItemEntry[], name: string): ItemEntry | null {
  return items.find((item) => plainName(item.name) === name) ?? null;
}

function argumentShape({ name, kind, optional }: FilterArgument): string {
  const shown = kind === "文字" ? `“${name}”` : name;
  return optional === true ? ` [${shown}]` : ` ${shown}`;
}
