import type { Finding } from "../../src/findings/finding.ts";
import { finding } from "../../src/findings/finding.ts";
import { copyOfShipped } from "../../src/narrative/templates/copy-profile.ts";
import { mistakeText, type TemplateMistake } from "../../src/narrative/templates/mistake.ts";
import type { Profile, ProfileSource } from "../../src/narrative/templates/profile.ts";
import { readOwnProfile, shippedProfiles } from "../../src/narrative/templates/shipped-profiles.ts";
import { decodeText } from "../../src/workbook/decode-text.ts";
import type { KeptProfile } from "./stored-data.ts";

/** 起草用哪一套说明模板。 */
export interface ProfileInUse {
  /** 按级别用随附的，为 null。 */
  readonly profile: Profile | null;
  /** 选的一套不能用的原因；有的话按级别用随附的。 */
  readonly mistakes: readonly TemplateMistake[];
}

/** 从磁盘上选的一个文件：相对所选文件夹的名称和字节。 */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 一套自己的模板随工作簿保存，连同填报等不能太大；随附的整套约两万字。 */
const MOST_CHARACTERS = 200_000;

/** 系统和编辑器自己放的文件，不当作模板，也不提。 */
const NOT_OURS = /(^|\/)(\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

const BY_LEVEL: ProfileInUse = { profile: null, mistakes: [] };

const readOwn = new WeakMap<ProfileSource, ProfileInUse>();

/** 选定的说明模板；自己的一套只分析一次。 */
export function profileInUse({ shipped, own, usesOwn }: KeptProfile): ProfileInUse {
  if (usesOwn && own !== null) {
    const known = readOwn.get(own);
    if (known !== undefined) return known;
    const { profile, mistakes } = readOwnProfile(own);
    const read = { profile: mistakes.length === 0 ? profile : null, mistakes };
    readOwn.set(own, read);
    return read;
  }
  if (shipped === null) return BY_LEVEL;
  const profile = shippedProfiles.find(shipped);
  return { profile, mistakes: profile === null ? [noSuchProfile(shipped)] : [] };
}

function noSuchProfile(name: string): TemplateMistake {
  return mistakeIn(
    name,
    `没有叫“${name}”的说明模板。`,
    "没有用它起草。",
    `请在“选项”里另选一套：${shippedProfiles.names.join("、")}。`,
  );
}

/** 选的几个文件读成一套模板的文字；读不出的、太大的逐处说明，这时不要用来起草。 */
export function sourceFromFiles(
  name: string,
  files: readonly PickedFile[],
): { readonly source: ProfileSource; readonly mistakes: readonly TemplateMistake[] } {
  const wanted = files
    .filter((file) => !NOT_OURS.test(file.name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const decoded = wanted.map((file) => ({ name: file.name, text: decodedText(file) }));
  const source = {
    name,
    files: decoded.map((file) => ({ name: file.name, text: file.text ?? "" })),
  };
  const unread = decoded.flatMap((file) => (file.text === null ? [notText(file.name)] : []));
  const size = source.files.reduce((total, { text }) => total + text.length, 0);
  return { source, mistakes: size > MOST_CHARACTERS ? [...unread, tooLarge(name, size)] : unread };
}

/** 不是模板的文件不读，由模板自己的检查说不认识它。 */
function decodedText({ name, bytes }: PickedFile): string | null {
  if (!/\.(txt|yaml)$/i.test(name)) return "";
  return decodeText(bytes) ?? null;
}

function notText(name: string): TemplateMistake {
  const todo = "请用记事本打开，另存为 UTF-8 编码的文本，再选一次。";
  return mistakeIn(name, "读不出文字。", "文件的编码不是 UTF-8、GB18030 或 UTF-16。", todo);
}

function tooLarge(name: string, size: number): TemplateMistake {
  const what = `这套模板共 ${size} 个字，太大。`;
  const why = `随工作簿保存的一套不能超过 ${MOST_CHARACTERS} 个字。`;
  return mistakeIn(name, what, why, "请只选模板的文件夹，删去没有改过的节（它们用底本的）。");
}

function mistakeIn(file: string, what: string, why: string, todo: string): TemplateMistake {
  return { file, line: 1, column: 1, what, why, todo };
}

/** 选定的模板用不了，列为一件未了的事：现在的说明不是照它写的。 */
export function profileFindings({ mistakes }: ProfileInUse): Finding[] {
  return mistakes.map((mistake) =>
    finding({
      rule: "模板/写错",
      severity: "error",
      kind: "template",
      what: `选的说明模板没有用上，现在用的是随附的。${mistakeText(mistake)}`,
      why: "",
      todo: "",
      cells: [],
    }),
  );
}

/** 抄一份给人改：在用的是自己的一套就抄它，否则抄随附的 `shipped`。 */
export function copiedProfile(kept: KeptProfile, shipped: string): ProfileSource | null {
  if (kept.usesOwn && kept.own !== null) return kept.own;
  return copyOfShipped(shipped, `自己的${shipped}`);
}
