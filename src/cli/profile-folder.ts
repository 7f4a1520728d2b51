import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Inputs } from "../narrative/inputs/inputs.ts";
import { mistakeText } from "../narrative/templates/mistake.ts";
import type { Profile, ProfileSource } from "../narrative/templates/profile.ts";
import { readOwnProfile, shippedProfiles } from "../narrative/templates/shipped-profiles.ts";
import { CommandFailure } from "./failure.ts";
import { readTextFile } from "./files.ts";

/** 不指定模板的说法：按级别用随附的那一套。 */
const BY_LEVEL = "四川";

/** 系统和编辑器自己放的文件，不当作模板，也不提。 */
const NOT_OURS = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * `--profile` 指的说明模板：有这个文件夹就用文件夹里的，没有就看随附的名称；没有给（或“四川”）时为 null，按级别用。
 * 找不到、写错了都抛 CommandFailure，写错的地方一次列全。
 */
export async function openProfile(nameOrFolder: string | undefined): Promise<Profile | null> {
  if (nameOrFolder === undefined) return null;
  if (await isFolder(nameOrFolder)) return readFolder(nameOrFolder);
  if (nameOrFolder === BY_LEVEL) return null;
  const shipped = shippedProfiles.find(nameOrFolder);
  if (shipped !== null) return shipped;
  throw new CommandFailure(
    `没有叫“${nameOrFolder}”的说明模板，也没有这个文件夹。`,
    `随附的模板有${shippedProfiles.names.join("、")}；自己的模板请给出文件夹。`,
  );
}

/** 填报文件里记着的说明模板；没有记为 null。没有这一套、写错了都抛 CommandFailure。 */
export function keptProfile({ template }: Pick<Inputs, "template">): Profile | null {
  if (template === null) return null;
  if (typeof template !== "string") return ownProfile(template, "填报文件");
  const shipped = shippedProfiles.find(template);
  if (shipped !== null) return shipped;
  throw new CommandFailure(
    `填报文件里“说明模板”写的“${template}”没有这一套。`,
    `随附的模板有${shippedProfiles.names.join("、")}；请改正或去掉这一行，或用 --profile 另给。`,
  );
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function readFolder(folder: string): Promise<Profile> {
  return ownProfile(await sourceOf(folder), `“${folder}”`);
}

function ownProfile(source: ProfileSource, where: string): Profile {
  const { profile, mistakes } = readOwnProfile(source);
  if (mistakes.length === 0) return profile;
  throw new CommandFailure(
    [`${where}里的说明模板有 ${mistakes.length} 处写错：`, ...mistakes.map(mistakeText)].join("\n"),
    "没有起草。请改正后重试；写法见 docs/templates-guide.md。",
  );
}

async function sourceOf(folder: string): Promise<ProfileSource> {
  const entries = (await readdir(folder, { withFileTypes: true }))
    .filter(({ name }) => !NOT_OURS.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = await Promise.all(
    entries.map(async (entry) => {
      const readable = entry.isFile() && /\.(txt|yaml)$/i.test(entry.name);
      const text = readable ? await readTextFile(join(folder, entry.name)) : "";
      return { name: entry.name, text };
    }),
  );
  return { name: basename(resolve(folder)), files };
}
