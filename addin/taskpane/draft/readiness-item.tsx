import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { type Finding, SEVERITY_NAMES } from "../../../src/findings/finding.ts";
import type { DraftSession } from "../../session/draft-session.ts";
import { AcceptForm } from "../check/accept-form.tsx";
import { CellLinks } from "./cell-links.tsx";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
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
  todo: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** 说明里的一处：哪一段，从第几个字起。 */
export interface TextTarget {
  readonly section: string;
  readonly start: number;
}

/** 没有了结的一件事：点了到那一段去，下面是怎么办、涉及的格；可以说明理由的，能不再计较。 */
export function ReadinessItem({
  one,
  acceptable,
  session,
  onText,
}: {
  readonly one: Finding;
  readonly acceptable: boolean;
  readonly session: DraftSession;
  readonly onText: (target: TextTarget) => void;
}) {
  const styles = useStyles();
  const [accepting, setAccepting] = useState(false);
  const { severity, what, todo, text, cells } = one;
  const words = severity === "error" ? what : `【${SEVERITY_NAMES[severity]}】${what}`;
  return (
    <div className={styles.box}>
      {text === undefined ? (
        <span>{words}</span>
      ) : (
        <button type="button" className={styles.place} onClick={() => onText(text)}>
          {words}
        </button>
      )}
      <span className={styles.todo}>{todo}</span>
      {cells.length > 0 && (
        <CellLinks sources={cells} onReveal={(source) => void session.reveal(source)} />
      )}
      {acceptable && !accepting && (
        <div>
          <Button size="small" onClick={() => setAccepting(true)}>
            不再计较……
          </Button>
        </div>
      )}
      {accepting && (
        <AcceptForm
          former={null}
          onAccept={(reason) => {
            setAccepting(false);
            session.acceptRemark(one, reason);
          }}
          onCancel={() => setAccepting(false)}
        />
      )}
    </div>
  );
}
