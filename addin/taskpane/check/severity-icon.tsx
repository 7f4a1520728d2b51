import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { InfoFilled } from "@fluentui/react-icons/svg/info";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { Severity } from "../../../src/findings/finding.ts";

const useStyles = makeStyles({
  icon: { fontSize: "20px", flexShrink: 0, display: "inline-flex" },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  note: { color: tokens.colorNeutralForeground3 },
});

const ICONS = { error: ErrorCircleFilled, warning: WarningFilled, note: InfoFilled } as const;

/** 严重程度的图标；旁边总有文字，图标本身不念。形状各不相同，不只靠颜色。 */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const styles = useStyles();
  const Icon = ICONS[severity];
  return (
    <span aria-hidden="true" className={mergeClasses(styles.icon, styles[severity])}>
      <Icon />
    </span>
  );
}
