import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { TextPlace } from "../../../src/audit/audit-result.ts";
import { sectionName } from "../../../src/audit/structure/section-name.ts";
import { type CellRef, SEVERITY_NAMES } from "../../../src/findings/finding.ts";
import type { ListedAuditFinding } from "../../session/audit-session-state.ts";
import { findingTitle } from "../../session/audit-session-view.ts";
import { FindingDetail } from "../check/finding-detail.tsx";
import { SeverityIcon } from "../check/severity-icon.tsx";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  others: { listStyleType: "none", margin: 0, padding: 0 },
  other: {
    width: "100%",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorBrandForegroundLink,
    font: "inherit",
    textAlign: "left",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  title: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** 一条问题的详情：核对那边的详情，加上文中与之矛盾的另外几处、到原文去、收起。 */
export function AuditDetail({
  listed,
  formOf,
  onReveal,
  onCopy,
  onPlace,
  onText,
  onClose,
}: {
  readonly listed: ListedAuditFinding;
  /** 工作表名 → 表号。 */
  readonly formOf: (sheet: string) => string;
  readonly onReveal: (cell: CellRef) => void;
  readonly onCopy: () => void;
  /** 到文中的另一处去。 */
  readonly onPlace: (place: TextPlace) => void;
  /** 到这一条的原文去；就在原文旁边时为 null。 */
  readonly onText: (() => void) | null;
  /** 收起；展开在清单里、再点一下就收起的为 null。 */
  readonly onClose: (() => void) | null;
}) {
  const styles = useStyles();
  const { also, severity } = listed.finding;
  return (
    <div className={styles.box}>
      {onClose !== null && (
        <div className={styles.title}>
          <SeverityIcon severity={severity} />
          {SEVERITY_NAMES[severity]} {findingTitle(listed)}
        </div>
      )}
      <FindingDetail
        listed={listed}
        formOf={formOf}
        onReveal={onReveal}
        onAccept={null}
        onCopy={onCopy}
        actions={
          <>
            {onText !== null && (
              <Button size="small" onClick={onText}>
                到原文去
              </Button>
            )}
            {onClose !== null && (
              <Button size="small" onClick={onClose}>
                收起
              </Button>
            )}
          </>
        }
      />
      {also.length > 0 && (
        <ul className={styles.others} aria-label="文中的另外几处">
          {also.map((place) => (
            <li key={`${place.start}-${place.end}`}>
              <button type="button" className={styles.other} onClick={() => onPlace(place)}>
                另一处：{sectionName(place.section)} “{place.quote.replace(/\s+/g, "")}”
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
