import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent, ReactNode } from "react";
import { SEVERITY_NAMES } from "../../../src/findings/finding.ts";
import type { ListedFinding } from "../../session/workbook-session-state.ts";
import { groupedNumber } from "./check-report.ts";
import { SeverityIcon } from "./severity-icon.tsx";

const useStyles = makeStyles({
  item: {
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  selected: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderLeftWidth: "4px",
    "@media (forced-colors: active)": { outline: "2px solid Highlight" },
  },
  head: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    width: "100%",
    padding: tokens.spacingHorizontalS,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  text: { flexGrow: 1, minWidth: 0 },
  title: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
  },
  difference: { fontVariantNumeric: "tabular-nums" },
  what: {
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: 2,
    overflow: "hidden",
    overflowWrap: "anywhere",
    color: tokens.colorNeutralForeground2,
  },
  body: {
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingHorizontalS}`,
  },
});

interface FindingItemProps {
  readonly listed: ListedFinding;
  readonly id: string;
  /** 严重程度之后的标题，如 `A09 · 财决01`。 */
  readonly title: string;
  readonly selected: boolean;
  /** 清单里只有一条能用 Tab 到达，其余用方向键。 */
  readonly reachable: boolean;
  /** 在本条下面展开的详情；并排显示时不给。 */
  readonly detail: ReactNode | null;
  /** 详情并排显示在旁边。 */
  readonly beside: boolean;
  readonly onChoose: (key: string) => void;
  readonly onFocus: (key: string) => void;
  readonly onMove: (event: KeyboardEvent, key: string) => void;
}

/** 清单里的一条：严重程度、标题、相差多少、错在哪里。 */
export function FindingItem({
  listed,
  id,
  title,
  selected,
  reachable,
  detail,
  beside,
  onChoose,
  onFocus,
  onMove,
}: FindingItemProps) {
  const styles = useStyles();
  const { finding, key } = listed;
  const open = detail !== null;
  return (
    <li className={mergeClasses(styles.item, selected && styles.selected)}>
      <button
        type="button"
        id={id}
        data-finding={key}
        className={styles.head}
        tabIndex={reachable ? 0 : -1}
        onClick={() => onChoose(key)}
        onFocus={() => onFocus(key)}
        onKeyDown={(event) => onMove(event, key)}
        {...(beside
          ? { "aria-current": selected }
          : { "aria-expanded": open, "aria-controls": `${id}-detail` })}
      >
        <SeverityIcon severity={finding.severity} />
        <span className={styles.text}>
          <span className={styles.title}>
            <span>
              {SEVERITY_NAMES[finding.severity]} {title}
            </span>
            {finding.difference !== undefined && (
              <span className={styles.difference}>差 {groupedNumber(finding.difference)}</span>
            )}
          </span>
          {!open && <span className={styles.what}>{finding.what}</span>}
        </span>
      </button>
      {!beside && (
        <div id={`${id}-detail`} className={open ? styles.body : undefined}>
          {detail}
        </div>
      )}
    </li>
  );
}
