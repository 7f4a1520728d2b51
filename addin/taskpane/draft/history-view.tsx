import { Button, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { ParagraphChange, VersionSummary } from "../../../src/narrative/redraft/history.ts";
import type { DraftSession } from "../../session/draft-session.ts";
import { Fold } from "../shell/fold.tsx";
import { Wordings } from "./wordings.tsx";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    maxWidth: "860px",
  },
  text: { margin: 0 },
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    listStyleType: "none",
  },
  change: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  button: { alignSelf: "flex-start" },
});

type History = Pick<DraftSession, "viewVersion" | "restoreVersion">;

/** 说明的各版：什么时候、哪几段变了、是随表变的还是人改的；可以整版或一段一段地恢复。 */
export function HistoryView({
  versions,
  session,
}: {
  readonly versions: readonly VersionSummary[];
  readonly session: History;
}) {
  const styles = useStyles();
  return (
    <section className={styles.page} aria-labelledby="draft-history">
      <Subtitle2 as="h2" id="draft-history">
        说明的各版
      </Subtitle2>
      <p className={styles.text}>
        {versions.length === 0
          ? "还没有。每次插入工作表都会记下一版，随工作簿保存。"
          : "每次插入工作表记一版，随工作簿保存；太旧的会删去。恢复以后再插入，才写进工作表。"}
      </p>
      {versions.map((version) => (
        <Version key={version.number} version={version} session={session} />
      ))}
    </section>
  );
}

function Version({
  version: { number, when, what, drafted, byHand },
  session,
}: {
  readonly version: VersionSummary;
  readonly session: History;
}) {
  const styles = useStyles();
  const changes = session.viewVersion(number)?.changes ?? [];
  // 起草的段落总随现在的表，没有可恢复的，收起来。
  const own = changes.filter(({ by }) => by === "人工");
  const followed = changes.filter(({ by }) => by === "起草");
  return (
    <Fold title={`第 ${number} 版　${when}　${what}：${drafted} 段随表变，${byHand} 段人改`}>
      <Button size="small" onClick={() => session.restoreVersion(number, null)}>
        恢复到第 {number} 版
      </Button>
      {own.length > 0 && (
        <ul className={styles.list} aria-label="人改的各段">
          {own.map((change) => (
            <li key={change.id} className={styles.change}>
              <Wordings wordings={wordingsOf(change)} />
              {change.after !== null && (
                <Button
                  size="small"
                  className={styles.button}
                  aria-label={`恢复这一段：${change.id}`}
                  onClick={() => session.restoreVersion(number, change.id)}
                >
                  恢复这一段
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {followed.length > 0 && (
        <Fold title={`随表变的 ${followed.length} 段`}>
          <ul className={styles.list}>
            {followed.map((change) => (
              <li key={change.id} className={styles.change}>
                <Wordings wordings={wordingsOf(change)} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Fold>
  );
}

function wordingsOf({ id, before, after, by }: ParagraphChange) {
  const who = by === "起草" ? "随表起草" : "人改的";
  return [
    ...(before === null ? [] : [{ title: `${id} 原来`, text: before, against: null }]),
    {
      title: `${id} ${after === null ? "去掉" : before === null ? "新写" : "改成"}（${who}）`,
      text: after ?? "（没有了）",
      against: after === null ? null : before,
    },
  ];
}
