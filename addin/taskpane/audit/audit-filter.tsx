import { Button, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { sectionName } from "../../../src/audit/structure/section-name.ts";
import { AUDIT_KIND_NAMES } from "../../../src/publish/audit-kinds.ts";
import {
  type AuditView,
  type ListedAuditFinding,
  WHOLE_AUDIT,
} from "../../session/audit-session-state.ts";
import { isWholeAudit, kindsOf, sectionsOf } from "../../session/audit-session-view.ts";
import { SeverityToggles } from "../check/severity-toggles.tsx";

const useStyles = makeStyles({
  bar: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  half: { flexGrow: 1, flexBasis: "130px", minWidth: 0 },
});

/** 按严重程度、种类、所在的节筛选。 */
export function AuditFilter({
  listed,
  shown,
  view,
  onChange,
}: {
  readonly listed: readonly ListedAuditFinding[];
  /** 筛选以后还有几条。 */
  readonly shown: number;
  readonly view: AuditView;
  readonly onChange: (view: AuditView) => void;
}) {
  const styles = useStyles();
  const kinds = kindsOf(listed);
  return (
    <search className={styles.bar} aria-label="筛选问题">
      <SeverityToggles
        severities={listed.map(({ finding }) => finding.severity)}
        chosen={view.severities}
        wide={false}
        onChange={(severities) => onChange({ ...view, severities })}
      />
      <div className={styles.row}>
        <Select
          className={styles.half}
          aria-label="只看这一种"
          value={view.kind ?? ""}
          onChange={(_, { value }) =>
            onChange({ ...view, kind: kinds.find((kind) => kind === value) ?? null })
          }
        >
          <option value="">全部种类</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {AUDIT_KIND_NAMES[kind]}
            </option>
          ))}
        </Select>
        <Select
          className={styles.half}
          aria-label="只看这一节"
          value={view.section ?? ALL_SECTIONS}
          onChange={(_, { value }) =>
            onChange({ ...view, section: value === ALL_SECTIONS ? null : value })
          }
        >
          <option value={ALL_SECTIONS}>全文</option>
          {sectionsOf(listed).map((section) => (
            <option key={section} value={section}>
              {sectionName(section)}
            </option>
          ))}
        </Select>
      </div>
      {!isWholeAudit(view) && (
        <div role="status" className={mergeClasses(styles.row)}>
          筛选后 {shown} 条，共 {listed.length} 条。
          <Button size="small" onClick={() => onChange(WHOLE_AUDIT)}>
            全部显示
          </Button>
        </div>
      )}
    </search>
  );
}

/** 封面、目录的节编号是空串，所以“全文”另用一个不会是编号的值。 */
const ALL_SECTIONS = "*";
