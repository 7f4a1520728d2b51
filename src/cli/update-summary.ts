import type { Redrafted } from "../narrative/redraft/redraft.ts";
import { freshWords } from "../narrative/redraft/stale-findings.ts";

/** 一段文字最多引这么多字。 */
const QUOTED = 24;

/** 更新以后告诉使用者的话，一行一条。`hasBase` 为旧稿里有没有带着底稿。 */
export function updateSummary(result: Redrafted, hasBase: boolean): string[] {
  const { formerProfile, draft } = result;
  const { followed, kept, stale, lost, removed, dropped } = result;
  const outdated = stale.filter(({ by }) => by !== "unsupported");
  const unknown = stale.filter(({ by }) => by === "unsupported");
  return [
    ...(hasBase
      ? []
      : [
          "旧稿里没有底稿（不是本程序写的，或别的软件另存时去掉了），不知道哪些是人改的：与新稿相同的段落算没有改过，其余都当作人工修改保留，其中与表不符的、新稿里没有的数都标出。",
        ]),
    `${followed.length} 段随表更新，${kept.length} 段保留人工修改，${outdated.length} 处数字已过时${outdated.length === 0 ? "。" : "："}`,
    ...outdated.map(
      (figure, index) =>
        `　${index + 1}. ${figure.paragraph}：“${figure.old}”${freshWords(figure)}。`,
    ),
    ...(unknown.length === 0
      ? []
      : [`${unknown.length} 处数字没有依据（这一段的新稿里没有），请核对：`]),
    ...unknown.map(({ paragraph, old }, index) => `　${index + 1}. ${paragraph}：“${old}”。`),
    ...lost.map(
      ({ paragraph, old, fresh }) =>
        `　${paragraph}：改过的文字里没有找到“${old}”${fresh === null ? "" : `（现在应为“${fresh}”）`}，若换了写法请自行核对。`,
    ),
    ...removed.map(({ id, text }) => `　${id}：你删去了，没有再写：${quoted(text)}`),
    ...(formerProfile === null
      ? dropped.map(({ id, text }) => `　${id}：表里没有这一项了，去掉了：${quoted(text)}`)
      : otherProfile(formerProfile, draft.profile, dropped)),
    "版式是重新排的：旧稿里另加的字体、颜色、批注没有保留，文字一字不少。",
  ];
}

/** 换了说明模板：段落的分法不同，少了的段落不是表里没有了。 */
function otherProfile(former: string, now: string, dropped: Redrafted["dropped"]): string[] {
  const ids = dropped.map(({ id }) => id).join("、");
  return [
    `注意：旧稿用的是说明模板“${former}”，这次用的是“${now}”。没有改过的段落都照新模板重写；改过的、添写的一字不动，新模板里没有对应段落的也留着，请自己并进新的段落。要照原来的模板更新，请加 --profile ${former}。`,
    ...(ids === ""
      ? []
      : [
          `　旧模板的 ${dropped.length} 段，新模板里没有或另写在别处，没有带过来（都没有人改过）：${ids}`,
        ]),
  ];
}

function quoted(text: string): string {
  const characters = [...text];
  return characters.length <= QUOTED ? text : `${characters.slice(0, QUOTED).join("")}……`;
}
