import { Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import type { OfferedCause } from "../../../src/narrative/reasons/offer-causes.ts";
import type { DraftSession } from "../../session/draft-session.ts";
import { FilePicker } from "./file-picker.tsx";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  item: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "start",
    columnGap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { overflowWrap: "anywhere" },
  badges: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  text: { margin: 0 },
});

/** 现成的原因：本单位的、上年写过的、常见的；人挑了才写进说明。 */
export function CausePicker({
  causes,
  session,
  onChoose,
}: {
  readonly causes: readonly OfferedCause[];
  readonly session: Pick<DraftSession, "importLastYear">;
  readonly onChoose: (cause: OfferedCause) => void;
}) {
  const styles = useStyles();
  return (
    <section className={styles.box} aria-label="现成的原因">
      {causes.length === 0 ? (
        <p className={styles.text}>没有现成的原因可挑。</p>
      ) : (
        <ul className={styles.list}>
          {causes.map((cause) => (
            <li key={cause.text} className={styles.item}>
              <div>
                <div className={styles.words}>{cause.text}</div>
                <div className={styles.badges}>
                  <Badge appearance="outline">{originText(cause)}</Badge>
                  {cause.support !== "看不出" && (
                    <Badge
                      appearance="tint"
                      color={cause.support === "有佐证" ? "success" : "danger"}
                    >
                      {cause.support === "有佐证" ? "表里有佐证" : "与表相反"}
                    </Badge>
                  )}
                  {cause.hasFigures && (
                    <Badge appearance="tint" color="warning">
                      有从前的数，要改
                    </Badge>
                  )}
                </div>
              </div>
              <Button
                size="small"
                aria-label={`${cause.hasFigures ? "拿来改" : "选用"}：${cause.text}`}
                onClick={() => onChoose(cause)}
              >
                {cause.hasFigures ? "拿来改" : "选用"}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <FilePicker
          label="从上年的填报文件里取"
          accept=".yaml,.yml"
          onPick={async (file) => session.importLastYear(await file.text(), file.name)}
        />
      </div>
    </section>
  );
}

function originText({ origin, kind }: OfferedCause): string {
  if (origin === "常见") return kind ?? "常见";
  return origin === "上年" ? "上年写过" : "本单位的";
}
