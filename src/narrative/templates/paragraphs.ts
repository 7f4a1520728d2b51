import { didYouMean, type Slip, slip } from "./mistake.ts";
import type { HeadNode, Node } from "./nest.ts";
import type { Block, Inline, ParagraphBlock, TemplateStyle } from "./syntax.ts";

const STYLES: readonly TemplateStyle[] = [
  "标题一",
  "标题二",
  "标题三",
  "部分",
  "正文",
  "图",
  "条目",
  "封面",
];

/**
 * 分出段落。里面有段首（`【正文】`）的如果、每个管着整段，没有的管着一段里的几个字，与写在第几行无关。
 * 不抛错：放错地方的记进 `slips`。
 */
export function toBlocks(nodes: readonly Node[], slips: Slip[]): Block[] {
  return new Paragraphs(slips).blocks(nodes);
}

class Paragraphs {
  /** 没有写编号的段落按样式、先后编号。 */
  private readonly counts = new Map<string, number>();
  private readonly withHeads = new WeakMap<Node, boolean>();

  constructor(private readonly slips: Slip[]) {}

  blocks(nodes: readonly Node[]): Block[] {
    const blocks: Block[] = [];
    let content: Inline[] | null = null;
    for (const node of nodes) {
      if (node.kind === "段首") {
        content = [];
        blocks.push(this.paragraph(node, content));
      } else if (this.hasHead(node)) {
        content = null;
        blocks.push(this.block(node));
      } else if (content === null) {
        this.slips.push(outside(node.at));
        content = [];
      } else {
        content.push(this.inline(node));
      }
    }
    return blocks;
  }

  private hasHead(node: Node): boolean {
    const known = this.withHeads.get(node);
    if (known !== undefined) return known;
    const found = inner(node).some((each) => each.kind === "段首" || this.hasHead(each));
    this.withHeads.set(node, found);
    return found;
  }

  private paragraph({ style: word, number, at }: HeadNode, content: Inline[]): ParagraphBlock {
    const style = STYLES.find((each) => each === word);
    if (style === undefined) this.slips.push(unknownStyle(word, at));
    return {
      kind: "段落",
      style: style ?? "正文",
      number: number.length > 0 ? number : this.defaultNumber(style ?? "正文", at),
      content,
      at,
    };
  }

  private defaultNumber(style: TemplateStyle, at: number): Inline[] {
    // 图的编号取自“图1：”，写出来时才知道。
    if (style === "图") return [];
    const name = style === "正文" || style === "条目" ? style : "标题";
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    return [{ kind: "文字", text: count === 1 ? name : `${name}${count}`, at }];
  }

  private block(node: Exclude<Node, HeadNode>): Block {
    if (node.kind === "如果") {
      const branches = node.branches.map(({ test, body }) => ({ test, body: this.blocks(body) }));
      return { kind: "如果", branches, at: node.at };
    }
    if (node.kind !== "每个") throw new Error(`“${node.kind}”里不会有段落`);
    if (node.between.length > 0) this.slips.push(betweenBlocks(node.at));
    return { ...node, body: this.blocks(node.body), between: [] };
  }

  private inline(node: Node): Inline {
    if (node.kind === "段首") throw new Error("段首不在段落之内");
    if (node.kind === "如果") {
      const branches = node.branches.map(({ test, body }) => ({
        test,
        body: body.map((each) => this.inline(each)),
      }));
      return { kind: "如果", branches, at: node.at };
    }
    if (node.kind !== "每个") return node;
    return {
      ...node,
      body: node.body.map((each) => this.inline(each)),
      between: node.between.map((each) => this.inline(each)),
    };
  }
}

function inner(node: Node): readonly Node[] {
  if (node.kind === "如果") return node.branches.flatMap(({ body }) => body);
  return node.kind === "每个" ? [...node.body, ...node.between] : [];
}

const WHY = "起草时不知道写进哪一段。";

function outside(at: number): Slip {
  return slip(at, "这里的文字不在任何段落里。", WHY, "请在前面另起一行写“【正文】”。");
}

function betweenBlocks(at: number): Slip {
  return slip(at, "这个“每个”写出的是整段，不能有“间隔”。", WHY, "请删去“{间隔}”。");
}

function unknownStyle(word: string, at: number): Slip {
  const known = `段首可以写${STYLES.map((each) => `【${each}】`).join("")}。`;
  const todo = `${didYouMean(word, STYLES, "")}${known}要印出【，写作“{“【”}”。`;
  return slip(at, `没有叫“${word}”的样式。`, "分不清这一段用什么样式。", todo);
}
