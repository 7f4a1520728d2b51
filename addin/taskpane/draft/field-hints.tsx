import { makeStyles, tokens } from "@fluentui/react-components";
import type { FillField } from "../../session/draft-session-fields.ts";

const useStyles = makeStyles({
  line: { display: "block", color: tokens.colorNeutralForeground2 },
});

/** 问什么。 */
export function FieldHints({ field }: { readonly field: FillField }) {
  const styles = useStyles();
  return (
    <>
      {field.asks.map((ask) => (
        <span key={ask} className={styles.line}>
          {ask}
        </span>
      ))}
    </>
  );
}
