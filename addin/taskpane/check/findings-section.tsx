import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type RefObject, useMemo, useState } from "react";
import type { WorkbookSession } from "../../session/workbook-session.ts";
import type { CheckOutcome, ListedFinding } from "../../session/workbook-session-state.ts";
import { FilterBar } from "./filter-bar.tsx";
import { FindingDetail } from "./finding-detail.tsx";
import { FindingList } from "./finding-list.tsx";
import {
  filterFindings,
  groupFindings,
  groupNames,
  isFiltered,
  type ListView,
  WHOLE_LIST,
} from "./findings-view.ts";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  beside: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalL,
    alignItems: "start",
  },
  detail: {
    position: "sticky",
    top: "56px",
    maxHeight: "calc(100vh - 72px)",
    overflow: "auto",
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase400 },
});

/** 问题清单：筛选、分组、详情。窄时详情展开在条目下面，宽时并排。 */
export function FindingsSection({
  outcome,
  session,
  selected,
  selectedFrom,
  wide,
  fallbackFocus,
  onCopy,
}: {
  readonly outcome: CheckOutcome;
  readonly session: WorkbookSession;
  readonly selected: string | null;
  readonly selectedFrom: "pane" | "workbook";
  readonly wide: boolean;
  /** 有焦点的一条没有了、清单也空了时，焦点去的地方。 */
  readonly fallbackFocus: RefObject<HTMLElement | null>;
  readonly onCopy: (listed: ListedFinding) => void;
}) {
  const styles = useStyles();
  const [view, setView] = useState<ListView>(WHOLE_LIST);
  const { open, current } = outcome;
  const shown = useMemo(() => filterFindings(open, view), [open, view]);
  const groups = useMemo(
    () => groupFindings(shown, view.groupBy, current),
    [shown, view.groupBy, current],
  );
  const names = useMemo(() => groupNames(open, current), [open, current]);
  const formOf = useMemo(() => {
    const forms = new Map(current.tables.map((table) => [table.sheet, table.form.id]));
    return (sheet: string) => forms.get(sheet) ?? sheet;
  }, [current]);
  if (open.length === 0) return null;

  const detailOf = (listed: ListedFinding) => (
    <FindingDetail
      key={listed.key}
      listed={listed}
      formOf={formOf}
      onReveal={(cell) => void session.reveal(cell)}
      onAccept={(reason) => void session.accept(listed.key, reason)}
      onCopy={() => onCopy(listed)}
    />
  );
  const choose = (key: string) => {
    if (key === selected && !wide) session.select(null);
    else void session.open(key);
  };
  const chosen = open.find((one) => one.key === selected);
  return (
    <section className={styles.section} aria-label="问题清单">
      <FilterBar findings={open} groups={names} view={view} wide={wide} onChange={setView} />
      {isFiltered(view) && (
        <div role="status">
          筛选后 {shown.length} 条，共 {open.length} 条。{" "}
          <Button size="small" onClick={() => setView({ ...WHOLE_LIST, groupBy: view.groupBy })}>
            全部显示
          </Button>
        </div>
      )}
      <div className={mergeClasses(wide && styles.beside)}>
        <FindingList
          groups={groups}
          selected={selected}
          scrollToSelected={selectedFrom === "workbook"}
          titleOf={titleOf}
          detailOf={wide ? null : detailOf}
          fallbackFocus={fallbackFocus}
          onChoose={choose}
        />
        {wide && (
          <section className={styles.detail} aria-label="问题详情" aria-live="off">
            {chosen === undefined ? (
              "在左边选一条，这里看详情。"
            ) : (
              <>
                <h2 className={styles.heading}>{titleOf(chosen)}</h2>
                {detailOf(chosen)}
              </>
            )}
          </section>
        )}
      </div>
    </section>
  );
}

function titleOf({ finding, group }: ListedFinding): string {
  return `${finding.rule} · ${group}`;
}
