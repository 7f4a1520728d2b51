import * as tagParser from "./generated/tag-parser.js";
import { type Slip, slip } from "./mistake.ts";
import type { Tag } from "./syntax.ts";

/** 一对花括号里最多的字数；再长就该分成几处写。也使括号套得有限。 */
const LONGEST = 300;

/** 关键词后面没有空格，就和后面的话成了一个名称。 */
const JOINED = /^[ \t\u3000]*(否则如果|如果|每个)(?=[^ \t\u3000(（“"])/;

const WHY = "读不懂的模板不能用来起草。";

/** 读花括号里的内容。`base` 是它在全文里的下标。不抛错：写法有误时返回写错的地方。 */
export function readTag(text: string, base: number): Tag | Slip {
  if (text.trim() === "") {
    return slip(base, "花括号里是空的。", WHY, "请写上数的名称，或删去这对花括号。");
  }
  const joined = JOINED.exec(text);
  if (joined !== null) {
    const [, word = ""] = joined;
    const todo = `“${word}”后面请空一格。`;
    return slip(base + joined[0].length, `“${word}”和后面的话连在一起了。`, WHY, todo);
  }
  if (text.length > LONGEST) {
    return slip(base, `一对花括号里写了 ${text.length} 个字。`, WHY, "请分成几处写。");
  }
  try {
    return tagParser.parse(text, { base }) as Tag;
  } catch (error) {
    if (!(error instanceof tagParser.SyntaxError)) throw error;
    return syntaxSlip(text, base, error);
  }
}

interface Expectation {
  readonly type: string;
  readonly description?: string;
}

function syntaxSlip(text: string, base: number, error: tagParser.SyntaxError): Slip {
  const { offset } = error.location.start;
  const expected = (error.expected ?? []) as readonly Expectation[];
  const names = expected
    .map(({ type, description }) => (type === "end" ? "结尾“}”" : (description ?? "")))
    .filter((name) => name !== "" && name !== "空白");
  const found = text.slice(offset, offset + 6);
  const what = found === "" ? "花括号里的话没有写完。" : `花括号里的“${found}”放得不对。`;
  return slip(base + offset, what, WHY, `这里应为${[...new Set(names)].join("、")}。`);
}
