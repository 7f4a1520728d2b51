import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { OfferedCause } from "../../../src/narrative/reasons/offer-causes.ts";
import type { DraftSession } from "../../session/draft-session.ts";
import { CausePicker } from "./cause-picker.tsx";
import { EvidenceView } from "./evidence-view.tsx";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  text: { margin: 0 },
});

/** 写一条原因时的帮手：看依据，挑一条现成的。点开才算。 */
export function ReasonAids({
  path,
  session,
  onRewrite,
}: {
  readonly path: readonly string[];
  readonly session: DraftSession;
  /** 拿一句话来改，先不写进说明。 */
  readonly onRewrite: (text: string) => void;
}) {
  const styles = useStyles();
  const [open, setOpen] = useState<"evidence" | "causes" | null>(null);
  const aids = open === null ? null : session.reasonAids(path);
  const toggle = (which: "evidence" | "causes") => setOpen(open === which ? null : which);
  const choose = (cause: OfferedCause) => {
    if (cause.hasFigures) onRewrite(cause.text);
    else session.chooseCause(path, cause.text);
    setOpen(null);
  };
  return (
    <div className={styles.box}>
      <div className={styles.buttons}>
        <Button size="small" aria-expanded={open === "evidence"} onClick={() => toggle("evidence")}>
          看依据
        </Button>
        <Button size="small" aria-expanded={open === "causes"} onClick={() => toggle("causes")}>
          挑一条原因
        </Button>
      </div>
      {open === "evidence" &&
        (aids?.evidence ? (
          <EvidenceView
            evidence={aids.evidence}
            onReveal={(source) => void session.reveal(source)}
          />
        ) : (
          <p className={styles.text}>
            表里没有可比的数：没有上年工作簿、没有预算数，或这个数没有变。
          </p>
        ))}
      {open === "causes" && (
        <CausePicker causes={aids?.causes ?? []} session={session} onChoose={choose} />
      )}
    </div>
  );
}
