import { readOwnProfile, shippedProfiles } from "../../src/narrative/templates/shipped-profiles.ts";
import { downloadProfile } from "./draft-session-download.ts";
import { copiedProfile, type PickedFile, sourceFromFiles } from "./draft-session-profile.ts";
import type { SessionTools } from "./draft-session-tools.ts";
import type { KeptProfile } from "./stored-data.ts";

/** 选说明模板。换了立即重新起草；人改过的段落照旧保留。 */
export interface ProfileActions {
  /** 用随附的一套；null 为按级别用。自己的一套还留着。 */
  chooseProfile(name: string | null): void;
  /** 换回随工作簿保存着的自己的一套。 */
  chooseOwnProfile(): void;
  /** 读自己的一套（`name` 为文件夹名）；有写错的列在状态里，不用，原来的不变。 */
  pickProfile(name: string, files: readonly PickedFile[]): void;
  /** 把在用的一套抄成文件给人改。 */
  copyProfile(): Promise<void>;
}

/** 随附的各套的名称。 */
export const SHIPPED_PROFILES: readonly string[] = shippedProfiles.names;

export function profileActions({
  host,
  data,
  composed,
  change,
  set,
  redraft,
  attempt,
}: SessionTools): ProfileActions {
  const use = (profile: KeptProfile) => {
    change((each) => ({ ...each, profile }));
    redraft();
    const name = composed()?.drafted.profile ?? "";
    set({ refusedProfile: null, failure: null, notice: `已换成“${name}”的写法。`, undo: null });
  };

  return {
    chooseProfile: (name) => use({ ...data().profile, shipped: name, usesOwn: false }),
    chooseOwnProfile: () => use({ ...data().profile, usesOwn: true }),
    pickProfile(name, files) {
      const { source, mistakes: unread } = sourceFromFiles(name, files);
      const mistakes = unread.length > 0 ? unread : readOwnProfile(source).mistakes;
      if (mistakes.length > 0) {
        set({ refusedProfile: { name, mistakes }, failure: null, notice: null, undo: null });
        return;
      }
      use({ ...data().profile, own: source, usesOwn: true });
    },
    copyProfile: () =>
      attempt(
        "没有存成文件。",
        async () => {
          const shipped = composed()?.drafted.profile ?? "";
          const source = copiedProfile(data().profile, shipped);
          if (source !== null) set({ notice: await downloadProfile(host, source) });
        },
        "正在写说明模板",
      ),
  };
}
