import { makeStyles, tokens } from "@fluentui/react-components";
import { sharedWords } from "../../../src/narrative/redraft/text-alignment.ts";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, margin: 0 },
  term: { fontWeight: tokens.fontWeightSemibold },
  text: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    padding: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
  different: {
    backgroundColor: tokens.colorStatusWarningBackground2,
    color: tokens.colorStatusWarningForeground2,
    textDecorationLine: "underline",
  },
});

export interface Wording {
  readonly title: string;
  readonly text: string;
  /** 与哪一段比，标出不同的地方；null 为不标。 */
  readonly against: string | null;
}

/** 几种说法上下排着，与各自所比的不同的地方标出来。 */
export function Wordings({ wordings }: { readonly wordings: readonly Wording[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {wordings.map(({ title, text, against }) => (
        <div key={title}>
          <dt className={styles.term}>{title}</dt>
          <dd className={styles.text}>
            {against === null ? text : <Compared text={text} against={against} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Compared({ text, against }: { readonly text: string; readonly against: string }) {
  const styles = useStyles();
  let position = 0;
  const parts = sharedWords(against, text).map(({ to, length }) => {
    const before = text.slice(position, to);
    position = to + length;
    return [
      before === "" ? null : (
        <mark key={to} className={styles.different}>
          {before}
        </mark>
      ),
      text.slice(to, position),
    ];
  });
  const rest = text.slice(position);
  return (
    <>
      {parts}
      {rest !== "" && <mark className={styles.different}>{rest}</mark>}
    </>
  );
}
