import { Badge, makeStyles, Spinner, Subtitle2, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { type Finding, SEVERITY_NAMES } from "../../../src/findings/finding.ts";
import {
  openCount,
  type Readiness,
  type ReadinessGroup,
} from "../../../src/publish/readiness/readiness.ts";
import type { DraftSession } from "../../session/draft-session.ts";
import { Fold } from "../shell/fold.tsx";
import { CellLinks } from "./cell-links.tsx";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    maxWidth: "860px",
  },
  text: { margin: 0 },
  title: { marginRight: tokens.spacingHorizontalS },
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    margin: `${tokens.spacingVerticalS} 0 0`,
    paddingLeft: tokens.spacingHorizontalXL,
    overflowWrap: "anywhere",
  },
  place: {
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorBrandForegroundLink,
    font: "inherit",
    textAlign: "left",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** 说明里的一处：哪一段，从第几个字起。 */
export interface TextTarget {
  readonly section: string;
  readonly start: number;
}

/** “能不能公开”：没有了结的各类事和件数，点一件到那一段或那一格去。`basis` 变了就重查。 */
export function ReadinessView({
  session,
  basis,
  onText,
}: {
  readonly session: DraftSession;
  /** 清单由它们得出：现在的草稿、核对的结果。 */
  readonly basis: readonly unknown[];
  readonly onText: (target: TextTarget) => void;
}) {
  const styles = useStyles();
  const [result, setResult] = useState<Readiness | null>(null);
  useEffect(() => {
    let wanted = true;
    void session.readiness().then((found) => {
      if (wanted) setResult(found);
    });
    return () => {
      wanted = false;
    };
  }, [session, ...basis]);
  if (result === null) return <Spinner label="正在查能不能公开…" />;
  const count = openCount(result);
  return (
    <section className={styles.page} aria-labelledby="draft-ready">
      <Subtitle2 as="h2" id="draft-ready">
        能不能公开
      </Subtitle2>
      <p className={styles.text} role="status">
        {count === 0
          ? "没有未了的事，可以公开。公开之前仍请通读一遍。"
          : `还不能：有 ${count} 件事没有了结。点一件，到那一段去。`}
      </p>
      {result.open.map((group) => (
        <Group key={group.kind} group={group} session={session} onText={onText} />
      ))}
      {result.notes.length > 0 && (
        <Fold title={`请再看一眼 ${result.notes.length} 件，不妨碍公开`}>
          <Items findings={result.notes} session={session} onText={onText} />
        </Fold>
      )}
      {result.accepted > 0 && (
        <p className={styles.text}>另有 {result.accepted} 件已说明理由，不再列出。</p>
      )}
    </section>
  );
}

function Group({
  group: { title, findings },
  session,
  onText,
}: {
  readonly group: ReadinessGroup;
  readonly session: DraftSession;
  readonly onText: (target: TextTarget) => void;
}) {
  const styles = useStyles();
  return (
    <Fold
      title={
        <>
          <span className={styles.title}>{title}</span>
          <Badge appearance="tint" color="danger">
            {`${findings.length} 件`}
          </Badge>
        </>
      }
    >
      <Items findings={findings} session={session} onText={onText} />
    </Fold>
  );
}

function Items({
  findings,
  session,
  onText,
}: {
  readonly findings: readonly Finding[];
  readonly session: DraftSession;
  readonly onText: (target: TextTarget) => void;
}) {
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {findings.map(({ severity, what, todo, text, cells }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: 同样的说法可能出现两次
        <li key={index}>
          【{SEVERITY_NAMES[severity]}】
          {text === undefined ? (
            what
          ) : (
            <button type="button" className={styles.place} onClick={() => onText(text)}>
              {what}
            </button>
          )}{" "}
          {todo}
          {cells.length > 0 && (
            <CellLinks sources={cells} onReveal={(source) => void session.reveal(source)} />
          )}
        </li>
      ))}
    </ol>
  );
}
