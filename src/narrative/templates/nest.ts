import { type Slip, slip } from "./mistake.ts";
import { readTag } from "./read-tag.ts";
import type { Branch, EachNode, IfNode, Tag, TextNode, ValueNode } from "./syntax.ts";

/** 逐行切出的一块；见 template.peggy。 */
export type Piece = TextPiece | TagPiece | HeadPiece | StrayPiece | { readonly kind: "换行" };

interface TextPiece {
  readonly kind: "文字";
  readonly text: string;
  readonly at: number;
}

interface TagPiece {
  readonly kind: "花括号";
  readonly text: string;
  /** 花括号里第一个字的下标。 */
  readonly inside: number;
  readonly at: number;
}

interface HeadPiece {
  readonly kind: "段首";
  readonly style: string;
  readonly number: readonly (TextPiece | TagPiece)[];
  readonly at: number;
}

/** 没有配上对的花括号，或没有写完的【。 */
interface StrayPiece {
  readonly kind: "未完";
  readonly text: string;
  readonly at: number;
}

/** 段首：`【正文 编号】`。 */
export interface HeadNode {
  readonly kind: "段首";
  readonly style: string;
  readonly number: readonly (TextNode | ValueNode)[];
  readonly at: number;
}

/** 如果、每个已配好对的节点；还没有分出段落。 */
export type Node = TextNode | ValueNode | HeadNode | IfNode<Node> | EachNode<Node>;

/** 如果、每个最多套几层；再多没有人看得懂。 */
const DEEPEST = 12;

const WHY = "配不上对就不知道管到哪里为止。";

/** 还没有遇到“完”的如果、每个；`into` 是此刻往里写的地方。 */
interface Frame {
  readonly kind: "如果" | "每个";
  readonly at: number;
  /** 已经写到“否则”或“间隔”，不能再分。 */
  last: boolean;
  into: Node[];
  /** “如果”的各支；“每个”没有。 */
  readonly branches: Branch<Node>[];
  /** “每个”里“间隔”之后的内容；“如果”没有。 */
  readonly between: Node[];
}

/** 把如果、每个配成对。不抛错：配不上的记进 `slips`，其余照样配。 */
export function nest(pieces: readonly Piece[], slips: Slip[]): Node[] {
  const root: Node[] = [];
  const open: Frame[] = [];
  for (const [index, piece] of pieces.entries()) {
    const into = open.at(-1)?.into ?? root;
    if (piece.kind === "文字") {
      const text = pieces[index + 1]?.kind === "换行" ? piece.text.trimEnd() : piece.text;
      if (text !== "") into.push({ kind: "文字", text, at: piece.at });
    } else if (piece.kind === "段首") {
      into.push(headNode(piece, slips));
    } else if (piece.kind === "未完") {
      slips.push(straySlip(piece));
    } else if (piece.kind === "花括号") {
      const tag = readTag(piece.text, piece.inside);
      if ("what" in tag) {
        slips.push(tag);
        standIn(piece, open, into);
      } else {
        placeTag(tag, piece, open, into, slips);
      }
    }
  }
  for (const { kind, at } of open) {
    slips.push(slip(at, `“${kind}”没有配上“完”。`, WHY, "请在管到的地方写上“{完}”。"));
  }
  return root;
}

function placeTag(tag: Tag, piece: TagPiece, open: Frame[], into: Node[], slips: Slip[]): void {
  const { at, text } = piece;
  const frame = open.at(-1);
  if (tag.kind === "值") {
    into.push({ kind: "值", value: tag.value, at });
  } else if (tag.kind === "如果" || tag.kind === "每个") {
    if (open.length === DEEPEST) {
      slips.push(slip(at, `如果、每个套了 ${DEEPEST} 层以上，太深。`, WHY, "请拆开来写。"));
    }
    // 太深的只管配对，里面写了什么不再看。
    open.push(opened(tag, at, open.length < DEEPEST ? into : []));
  } else if (frame === undefined) {
    slips.push(slip(at, `“${text}”前面没有“如果”或“每个”。`, WHY, "请补上，或删去这一处。"));
  } else if (tag.kind === "完") {
    open.pop();
  } else if ((tag.kind === "间隔") !== (frame.kind === "每个") || frame.last) {
    slips.push(misplaced(tag.kind, frame, at));
  } else if (tag.kind === "间隔") {
    frame.last = true;
    frame.into = frame.between;
  } else {
    frame.last = tag.kind === "否则";
    frame.into = [];
    frame.branches.push({ test: tag.kind === "否则" ? null : tag.test, body: frame.into });
  }
}

/** 写错了的如果、每个也占着位，免得后面的“完”跟着都算配不上。读不懂是哪个清单的，里面不再看。 */
function standIn({ text, at }: TagPiece, open: Frame[], into: Node[]): void {
  const [, word] = /^[ \t\u3000]*(否则如果|如果|每个)/.exec(text) ?? [];
  const frame = open.at(-1);
  if (word === "否则如果" && frame?.kind === "如果") {
    frame.into = [];
    frame.branches.push({ test: null, body: frame.into });
  } else if (word === "如果") {
    const body: Node[] = [];
    const branches: Branch<Node>[] = [{ test: null, body }];
    if (open.length < DEEPEST) into.push({ kind: "如果", branches, at });
    open.push({ kind: "如果", at, last: false, into: body, branches, between: [] });
  } else if (word === "每个") {
    open.push({ kind: "每个", at, last: false, into: [], branches: [], between: [] });
  }
}

function opened(tag: Extract<Tag, { kind: "如果" | "每个" }>, at: number, into: Node[]): Frame {
  const body: Node[] = [];
  const between: Node[] = [];
  const branches: Branch<Node>[] = tag.kind === "如果" ? [{ test: tag.test, body }] : [];
  into.push(
    tag.kind === "如果"
      ? { kind: "如果", branches, at }
      : { kind: "每个", list: tag.list, when: tag.when, body, between, at },
  );
  return { kind: tag.kind, at, last: false, into: body, branches, between };
}

function misplaced(word: "否则" | "否则如果" | "间隔", frame: Frame, at: number): Slip {
  const what =
    frame.last && (word === "间隔") === (frame.kind === "每个")
      ? `“${word}”写在“${word === "间隔" ? "间隔" : "否则"}”之后了。`
      : `“${word}”不能写在“${frame.kind}”里。`;
  return slip(at, what, WHY, "请核对前面是不是少了“{完}”。");
}

function straySlip({ text, at }: StrayPiece): Slip {
  return text === "【"
    ? slip(
        at,
        "行首的“【”没有写完。",
        "分不清这一段用什么样式。",
        "请写成“【正文】”这样；要印出【，写作“{“【”}”。",
      )
    : slip(
        at,
        `“${text}”没有配上对。`,
        WHY,
        "一对花括号要写在同一行里；要印出花括号本身，请连写两个。",
      );
}

function headNode({ style, number, at }: HeadPiece, slips: Slip[]): HeadNode {
  const nodes = number.flatMap((piece): (TextNode | ValueNode)[] => {
    if (piece.kind === "文字") return [piece];
    const tag = readTag(piece.text, piece.inside);
    if ("what" in tag) {
      slips.push(tag);
      return [];
    }
    if (tag.kind === "值") return [{ kind: "值", value: tag.value, at: piece.at }];
    slips.push(slip(piece.at, `编号里不能写“${tag.kind}”。`, WHY, "编号里只能写文字和数的名称。"));
    return [];
  });
  return { kind: "段首", style, number: nodes, at };
}
