import { Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import type { ListedFinding } from "../../session/workbook-session-state.ts";
import type { ListView } from "./findings-view.ts";
import { SeverityToggles } from "./severity-toggles.tsx";

const useStyles = makeStyles({
  bar: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  wide: { flexDirection: "row", alignItems: "center" },
  search: { flexGrow: 1 },
  wideRow: { flexWrap: "nowrap" },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
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
  return (
    <search className={mergeClasses(styles.bar, wide && styles.wide)} aria-label="筛选问题">
      <SeverityToggles
        severities={findings.map((one) => one.finding.severity)}
        chosen={view.severities}
        wide={wide}
        onChange={(severities) => onChange({ ...view, severities })}
      />
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
