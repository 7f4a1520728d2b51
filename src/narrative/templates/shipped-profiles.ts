import { catalogue } from "../catalogue/generated/catalogue.ts";
import { shippedSources } from "../generated/profiles.ts";
import { filters } from "./generated/filters.ts";
import { mistakeText } from "./mistake.ts";
import { type KnownNames, knownNames } from "./names.ts";
import type { Profile, ProfileSource } from "./profile.ts";
import { type ReadProfile, readProfile, type ShippedProfiles } from "./read-profile.ts";

/** 模板里可以写的全部名称。 */
export const templateNames: KnownNames = knownNames(catalogue, filters);

const parsed = new Map<string, Profile>();

/** 随附的各套模板；用到时才分析，只分析一次。 */
export const shippedProfiles: ShippedProfiles = {
  names: shippedSources.map(({ name }) => name),
  find: (name) => {
    const known = parsed.get(name);
    if (known !== undefined) return known;
    const source = shippedSources.find((each) => each.name === name);
    if (source === undefined) return null;
    const { profile, mistakes } = readProfile(source, shippedProfiles, templateNames);
    if (mistakes.length > 0) throw new Error(mistakes.map(mistakeText).join("\n"));
    parsed.set(name, profile);
    return profile;
  },
};

/** 没有指定说明模板时用的那一套。 */
export function profileOfLevel(level: "部门" | "单位"): Profile {
  const profile = shippedProfiles.find(`四川${level}`);
  if (profile === null) throw new Error(`随附的说明模板里没有“四川${level}”`);
  return profile;
}

/** 分析各地自己的一套模板；底本从随附的里找。 */
export function readOwnProfile(source: ProfileSource): ReadProfile {
  return readProfile(source, shippedProfiles, templateNames);
}
