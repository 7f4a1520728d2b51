import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { SEVERITY_NAMES, type Severity } from "../../../src/findings/finding.ts";
import type { AuditSession } from "../../session/audit-session.ts";
import type {
  AuditOutcome,
  AuditSessionState,
  ListedAuditFinding,
} from "../../session/audit-session-state.ts";
import { findingTitle, inLetter } from "../../session/audit-session-view.ts";
import { Fold } from "../shell/fold.tsx";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  text: { margin: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  quote: {
    display: "block",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  letter: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: "inherit",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
});

/** 引文在清单里最多显示这么多字。 */
const QUOTE_SHOWN = 40;

/** 整改意见：挑要写进去的，看一遍，复制或存成文件。 */
export function LetterView({
  outcome,
  state,
  session,
  canDownload,
  onCopy,
}: {
  readonly outcome: AuditOutcome;
  readonly state: AuditSessionState;
  readonly session: AuditSession;
  readonly canDownload: boolean;
  readonly onCopy: () => void;
}) {
  const styles = useStyles();
  const { listed } = outcome;
  const chosen = listed.filter((one) => inLetter(state, one)).length;
  const choose = (wanted: readonly Severity[]) =>
    session.choose(
      new Map(listed.map(({ key, finding }) => [key, wanted.includes(finding.severity)])),
    );
  return (
    <section className={styles.view} aria-label="整改意见">
      <p className={styles.text}>
        写进去 {chosen} 条，共 {listed.length} 条。审核人、日期、回复期限留着【待补充】，请自己填。
      </p>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={onCopy}>
          复制整改意见
        </Button>
        {canDownload && (
          <>
            <Button onClick={() => void session.downloadLetter()}>下载整改意见</Button>
            <Button onClick={() => void session.downloadWord()}>带批注的 Word</Button>
            <Button onClick={() => void session.downloadPage()}>网页报告</Button>
          </>
        )}
      </div>
      {listed.length > 0 && (
        <>
          <div className={styles.buttons}>
            <Button size="small" onClick={() => choose(["error"])}>
              只选错误
            </Button>
            <Button size="small" onClick={() => choose(["error", "warning"])}>
              错误和警告
            </Button>
            <Button size="small" onClick={() => choose(["error", "warning", "note"])}>
              全选
            </Button>
          </div>
          <ul className={styles.list} aria-label="写进整改意见的问题">
            {listed.map((one) => (
              <li key={one.key} className={styles.item}>
                <Checkbox
                  checked={inLetter(state, one)}
                  label={<Label one={one} quoteClass={styles.quote} />}
                  onChange={(_, { checked }) =>
                    session.choose(new Map([[one.key, checked === true]]))
                  }
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <Fold title="看一遍全文">
        <Letter session={session} state={state} className={styles.letter} />
      </Fold>
    </section>
  );
}

function Label({
  one,
  quoteClass,
}: {
  readonly one: ListedAuditFinding;
  readonly quoteClass: string;
}) {
  const quote = one.finding.quote.replace(/\s+/g, "");
  return (
    <>
      {SEVERITY_NAMES[one.finding.severity]} {findingTitle(one)}
      <span className={quoteClass}>
        “{quote.length > QUOTE_SHOWN ? `${quote.slice(0, QUOTE_SHOWN)}……` : quote}”
      </span>
    </>
  );
}

/** 取舍一变就重写一遍。 */
function Letter({
  session,
  state: { outcome, letterChoices },
  className,
}: {
  readonly session: AuditSession;
  readonly state: AuditSessionState;
  readonly className: string;
}) {
  const [text, setText] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: 结果、取舍变了才重写
  useEffect(() => {
    let current = true;
    void session.letter().then((letter) => {
      if (current) setText(letter);
    });
    return () => {
      current = false;
    };
  }, [session, outcome, letterChoices]);
  return <pre className={className}>{text}</pre>;
}
