import {
  Input,
  makeStyles,
  mergeClasses,
  Select,
  ToggleButton,
  tokens,
} from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { SEVERITY_NAMES, type Severity } from "../../../src/findings/finding.ts";
import type { ListedFinding } from "../../session/workbook-session-state.ts";
import { type ListView, SEVERITIES } from "./findings-view.ts";
import { SeverityIcon } from "./severity-icon.tsx";

const useStyles = makeStyles({
  bar: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  wide: { flexDirection: "row", alignItems: "center" },
  search: { flexGrow: 1 },
  wideRow: { flexWrap: "nowrap" },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  set: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  toggle: { minWidth: "auto", paddingLeft: "8px", paddingRight: "8px", flexGrow: 1 },
  half: { flexGrow: 1, flexBasis: "140px", minWidth: 0 },
  fixed: { flexBasis: "190px" },
});

/** 按严重程度、表、文字筛选，选分组办法；严重程度的按钮上就是各有几条。 */
export function FilterBar({
  findings,
  groups,
  view,
  wide,
  onChange,
}: {
  readonly findings: readonly ListedFinding[];
  readonly groups: readonly string[];
  readonly view: ListView;
  readonly wide: boolean;
  readonly onChange: (view: ListView) => void;
}) {
  const styles = useStyles();
  const toggle = (severity: Severity) => {
    const severities = new Set(view.severities);
    if (!severities.delete(severity)) severities.add(severity);
    onChange({ ...view, severities });
  };
  return (
    <search className={mergeClasses(styles.bar, wide && styles.wide)} aria-label="筛选问题">
      <fieldset
        className={mergeClasses(styles.row, styles.set, wide && styles.wideRow)}
        aria-label="只看这几种"
      >
        {SEVERITIES.map((severity) => {
          const count = findings.filter((one) => one.finding.severity === severity).length;
          return (
            <ToggleButton
              key={severity}
              className={styles.toggle}
              checked={view.severities.has(severity)}
              icon={<SeverityIcon severity={severity} />}
              onClick={() => toggle(severity)}
            >
              {SEVERITY_NAMES[severity]} {count}
            </ToggleButton>
          );
        })}
      </fieldset>
      <div className={mergeClasses(styles.row, wide && styles.wideRow)}>
        <Select
          className={mergeClasses(styles.half, wide && styles.fixed)}
          aria-label="只看这张表"
          value={view.group ?? ""}
          onChange={(_, { value }) => onChange({ ...view, group: value === "" ? null : value })}
        >
          <option value="">全部的表</option>
          {groups.map((group) => (
            <option key={group} value={group}>
              {group}
            </option>
          ))}
        </Select>
        <Select
          className={mergeClasses(styles.half, wide && styles.fixed)}
          aria-label="分组"
          value={view.groupBy}
          onChange={(_, { value }) =>
            onChange({ ...view, groupBy: value === "group" ? "group" : "severity" })
          }
        >
          <option value="severity">按严重程度分组</option>
          <option value="group">按表分组</option>
        </Select>
      </div>
      <Input
        className={styles.search}
        type="search"
        aria-label="在问题里搜索"
        placeholder="搜索：规则、科目、单元格…"
        contentBefore={<SearchRegular />}
        value={view.search}
        onChange={(_, { value }) => onChange({ ...view, search: value })}
      />
    </search>
  );
}
