import { makeStyles, mergeClasses, ToggleButton, tokens } from "@fluentui/react-components";
import { SEVERITY_NAMES, type Severity } from "../../../src/findings/finding.ts";
import { SEVERITIES } from "./findings-view.ts";
import { SeverityIcon } from "./severity-icon.tsx";

const useStyles = makeStyles({
  set: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  wide: { flexWrap: "nowrap" },
  toggle: { minWidth: "auto", paddingLeft: "8px", paddingRight: "8px", flexGrow: 1 },
});

/** 按严重程度筛选；按钮上就是各有几条。一个也不选是全部都看。 */
export function SeverityToggles({
  severities,
  chosen,
  wide,
  onChange,
}: {
  /** 全部问题各自的严重程度。 */
  readonly severities: readonly Severity[];
  readonly chosen: ReadonlySet<Severity>;
  readonly wide: boolean;
  readonly onChange: (chosen: ReadonlySet<Severity>) => void;
}) {
  const styles = useStyles();
  const toggle = (severity: Severity) => {
    const next = new Set(chosen);
    if (!next.delete(severity)) next.add(severity);
    onChange(next);
  };
  return (
    <fieldset className={mergeClasses(styles.set, wide && styles.wide)} aria-label="只看这几种">
      {SEVERITIES.map((severity) => (
        <ToggleButton
          key={severity}
          className={styles.toggle}
          checked={chosen.has(severity)}
          icon={<SeverityIcon severity={severity} />}
          onClick={() => toggle(severity)}
        >
          {SEVERITY_NAMES[severity]} {severities.filter((each) => each === severity).length}
        </ToggleButton>
      ))}
    </fieldset>
  );
}
