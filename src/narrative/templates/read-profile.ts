import { didYouMean, type TemplateMistake } from "./mistake.ts";
import type { KnownNames } from "./names.ts";
import type { Profile, ProfileSource } from "./profile.ts";
import { readTemplate } from "./read-template.ts";
import type { SectionTemplate } from "./render.ts";
import { sectionIdOf, sectionOrder } from "./section-ids.ts";
import { readStyleFile, STYLE_FILE } from "./style-file.ts";

/** 随附的各套模板，底本从这里找。 */
export interface ShippedProfiles {
  readonly names: readonly string[];
  /** 没有这个名字的为 null。 */
  readonly find: (name: string) => Profile | null;
}

export interface ReadProfile {
  readonly profile: Profile;
  /** 有一处就不能用来起草。 */
  readonly mistakes: readonly TemplateMistake[];
}

/** 读一套模板：写法文件、各节，加上底本里这里没有的节。不抛错，写错的地方一次列全。 */
export function readProfile(
  source: ProfileSource,
  shipped: ShippedProfiles,
  known: KnownNames,
): ReadProfile {
  const mistakes: TemplateMistake[] = [];
  const styleText = source.files.find(({ name }) => name === STYLE_FILE)?.text;
  if (styleText === undefined) mistakes.push(noStyleFile());
  const { content, mistakes: inStyle } = readStyleFile(styleText ?? "");
  mistakes.push(...inStyle);
  const base = content.base === null ? null : shipped.find(content.base);
  if (content.base !== null && base === null) mistakes.push(unknownBase(content.base, shipped));

  const sections = new Map(base?.sections.map((section) => [section.id, section]));
  for (const section of ownSections(source, known, mistakes)) sections.set(section.id, section);
  const profile: Profile = {
    name: content.name ?? source.name,
    level: content.level ?? base?.level ?? null,
    style: { ...base?.style, ...content.style },
    sections: [...sections.values()].toSorted((a, b) => orderOf(a) - orderOf(b)),
  };
  return { profile, mistakes };
}

function orderOf({ id }: SectionTemplate): number {
  return sectionOrder(id) ?? 0;
}

function ownSections(
  { files }: ProfileSource,
  known: KnownNames,
  mistakes: TemplateMistake[],
): SectionTemplate[] {
  const fileOf = new Map<string, string>();
  return files.flatMap(({ name, text }) => {
    if (name === STYLE_FILE) return [];
    const id = sectionIdOf(name);
    if (!/\.txt$/i.test(name) || sectionOrder(id) === null) {
      mistakes.push(unknownFile(name));
      return [];
    }
    const other = fileOf.get(id);
    if (other !== undefined) mistakes.push(sameSection(name, other, id));
    fileOf.set(id, name);
    const read = readTemplate(name, text, known);
    mistakes.push(...read.mistakes);
    return [{ id, blocks: read.blocks }];
  });
}

function mistakeIn(file: string, what: string, why: string, todo: string): TemplateMistake {
  return { file, line: 1, column: 1, what, why, todo };
}

function noStyleFile(): TemplateMistake {
  const todo = "请从随附的模板复制一份（juesuan profiles 名称 -o 文件夹）。";
  return mistakeIn(STYLE_FILE, `没有“${STYLE_FILE}”。`, "不知道底本是哪一套。", todo);
}

function unknownBase(base: string, { names }: ShippedProfiles): TemplateMistake {
  const todo = didYouMean(base, names, `可以写的有${names.join("、")}。`);
  return mistakeIn(STYLE_FILE, `没有叫“${base}”的底本。`, "没有自己写的节不知道用哪一套。", todo);
}

function unknownFile(name: string): TemplateMistake {
  const todo = `模板文件名应为“二.一 收入支出决算总体情况.txt”这样：节的编号，空一格，随意的名称；另有一个“${STYLE_FILE}”。不是模板的文件请移到别处。`;
  return mistakeIn(name, "不认识这个文件。", "不知道它写的是哪一节。", todo);
}

function sameSection(name: string, other: string, id: string): TemplateMistake {
  const what = `与“${other}”写的是同一节（${id}）。`;
  return mistakeIn(name, what, "不知道用哪一个。", "请只留一个。");
}
