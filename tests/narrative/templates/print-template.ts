import type {
  Block,
  Inline,
  Primary,
  Test,
  ValueTerm,
} from "../../../src/narrative/templates/syntax.ts";

/** 把语法树写回模板文字，用来核对“写出来再读，还是原样”。 */
export function printTemplate(blocks: readonly Block[]): string {
  return blocks.map(printBlock).join("");
}

function printBlock(block: Block): string {
  if (block.kind === "段落") {
    const number = block.number.length === 0 ? "" : ` ${printInlines(block.number)}`;
    return `【${block.style}${number}】${printInlines(block.content)}\n`;
  }
  if (block.kind === "每个") {
    const when = block.when === null ? "" : ` 当 ${printTest(block.when)}`;
    return `{每个 ${block.list.name}${when}}\n${printTemplate(block.body)}{完}\n`;
  }
  const branches = block.branches.map(
    ({ test, body }, index) => `{${branchWord(test, index)}}\n${printTemplate(body)}`,
  );
  return `${branches.join("")}{完}\n`;
}

function branchWord(test: Test | null, index: number): string {
  if (test === null) return "否则";
  return `${index === 0 ? "如果" : "否则如果"} ${printTest(test)}`;
}

export function printInlines(nodes: readonly Inline[]): string {
  return nodes.map(printInline).join("");
}

function printInline(node: Inline): string {
  if (node.kind === "文字") return node.text.replaceAll("{", "{{").replaceAll("}", "}}");
  if (node.kind === "值") return `{${printValue(node.value)}}`;
  if (node.kind === "每个") {
    const when = node.when === null ? "" : ` 当 ${printTest(node.when)}`;
    const between = node.between.length === 0 ? "" : `{间隔}${printInlines(node.between)}`;
    return `{每个 ${node.list.name}${when}}${printInlines(node.body)}${between}{完}`;
  }
  const branches = node.branches.map(
    ({ test, body }, index) => `{${branchWord(test, index)}}${printInlines(body)}`,
  );
  return `${branches.join("")}{完}`;
}

function printTest(test: Test): string {
  switch (test.kind) {
    case "或":
    case "且":
      return test.tests.map((each) => `（${printTest(each)}）`).join(` ${test.kind} `);
    case "非":
      return `非 （${printTest(test.test)}）`;
    case "有": {
      const when = test.when === null ? "" : ` 当 （${printTest(test.when)}）`;
      return `${test.some ? "有" : "没有"} ${test.list.name}${when}`;
    }
    case "判断":
      return printValue(test.value);
    case "状态":
      return `${printValue(test.left)} ${test.predicate}`;
    case "比较":
      return `${printValue(test.left)} ${test.operator} ${printValue(test.right)}`;
  }
}

function printValue({ primary, filters }: ValueTerm): string {
  const used = filters.map(({ name, args }) =>
    ["｜", name, ...args.map((arg) => ` ${printPrimary(arg)}`)].join(""),
  );
  return `${printPrimary(primary)}${used.join("")}`;
}

function printPrimary(primary: Primary): string {
  if (primary.kind === "名称") return primary.name;
  return primary.kind === "文字" ? `“${primary.text}”` : `${primary.digits}${primary.unit}`;
}
