import { Badge, Button, makeStyles, Spinner, Subtitle2, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Finding } from "../../../src/findings/finding.ts";
import {
  openCount,
  type Readiness,
  type ReadinessGroup,
} from "../../../src/publish/readiness/readiness.ts";
import type { DraftSession } from "../../session/draft-session.ts";
import { isAcceptable } from "../../session/draft-session-readiness.ts";
import type { AcceptedFinding } from "../../session/stored-data.ts";
import { Fold } from "../shell/fold.tsx";
import { ReadinessItem, type TextTarget } from "./readiness-item.tsx";

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
});

/** “能不能公开”：没有了结的各类事和件数，点一件到那一段或那一格去。`basis` 变了就重查。 */
export function ReadinessView({
  session,
  basis,
  accepted,
  onText,
}: {
  readonly session: DraftSession;
  /** 清单由它们得出：现在的草稿、核对的结果。 */
  readonly basis: readonly unknown[];
  /** 已说明理由、不再计较的。 */
  readonly accepted: readonly AcceptedFinding[];
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
          <Items findings={result.notes} acceptable={false} session={session} onText={onText} />
        </Fold>
      )}
      {accepted.length > 0 && (
        <Fold title={`已说明理由的 ${accepted.length} 件`}>
          <ul className={styles.list}>
            {accepted.map((one) => (
              <li key={`${one.rule}${one.what}${one.reason}`}>
                {one.what}理由：{one.reason}{" "}
                <Button
                  size="small"
                  aria-label={`撤销：${one.what}`}
                  onClick={() => session.withdrawRemark(one)}
                >
                  撤销
                </Button>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  );
}

function Group({
  group: { kind, title, findings },
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
      <Items
        findings={findings}
        acceptable={isAcceptable(kind)}
        session={session}
        onText={onText}
      />
    </Fold>
  );
}

function Items({
  findings,
  acceptable,
  session,
  onText,
}: {
  readonly findings: readonly Finding[];
  readonly acceptable: boolean;
  readonly session: DraftSession;
  readonly onText: (target: TextTarget) => void;
}) {
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {findings.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: 同样的说法可能出现两次
        <li key={index}>
          <ReadinessItem one={one} acceptable={acceptable} session={session} onText={onText} />
        </li>
      ))}
    </ol>
  );
}
