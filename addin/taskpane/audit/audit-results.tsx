import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { AuditSession } from "../../session/audit-session.ts";
import type {
  AuditOutcome,
  AuditSessionState,
  ListedAuditFinding,
} from "../../session/audit-session-state.ts";
import { findingTitle } from "../../session/audit-session-view.ts";
import type { ListedFinding } from "../../session/workbook-session-state.ts";
import { FindingList } from "../check/finding-list.tsx";
import type { FindingGroup } from "../check/findings-view.ts";
import { stickyBarStyle } from "../shell/panel-styles.ts";
import { ViewSwitch } from "../shell/view-switch.tsx";
import { AuditDetail } from "./audit-detail.tsx";
import { AuditFilter } from "./audit-filter.tsx";
import type { LitPlace } from "./audit-line.tsx";
import { AuditPlaces } from "./audit-places.tsx";
import { AuditText } from "./audit-text.tsx";
import { goTo, goToPlace, itemOf, markOf } from "./audit-travel.ts";

type AuditPage = "text" | "list" | "letter";

/** 结果的几页；宽的时候原文一直在左边，不在里面。 */
const PAGES: readonly { readonly view: AuditPage; readonly title: string }[] = [
  { view: "text", title: "原文" },
  { view: "list", title: "问题" },
  { view: "letter", title: "整改意见" },
];

const useStyles = makeStyles({
  results: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    // 滚过去的一行、一条不藏在吸顶的两栏下面。
    "& [data-line], & [data-detail], & [data-finding]": { scrollMarginTop: "100px" },
  },
  bar: { ...stickyBarStyle, justifyContent: "space-between" },
  steps: { display: "flex", gap: tokens.spacingHorizontalXS },
  step: { minWidth: "auto" },
  beside: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 3fr) minmax(320px, 2fr)",
    columnGap: tokens.spacingHorizontalL,
    alignItems: "start",
  },
  side: {
    position: "sticky",
    top: "92px",
    maxHeight: "calc(100vh - 108px)",
    overflow: "auto",
    // 焦点框不被滚动区裁掉。
    padding: "3px",
  },
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

/** 审稿的结果：原文、问题、整改意见。宽时原文在左，另两页在右；窄时一次看一页。 */
export function AuditResults({
  outcome,
  state,
  session,
  wide,
  formOf,
  letter,
  onCopy,
}: {
  readonly outcome: AuditOutcome;
  readonly state: AuditSessionState;
  readonly session: AuditSession;
  readonly wide: boolean;
  readonly formOf: (sheet: string) => string;
  /** “整改意见”那一页。 */
  readonly letter: ReactNode;
  readonly onCopy: (listed: ListedAuditFinding) => void;
}) {
  const styles = useStyles();
  const { shown, selected, selectedFrom, jumps, view } = state;
  const box = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLButtonElement>(null);
  const [chosenPage, setPage] = useState<AuditPage>("text");
  const [place, setPlace] = useState<LitPlace | null>(null);
  const page = wide && chosenPage === "text" ? "list" : chosenPage;
  const chosen = shown.find(({ key }) => key === selected) ?? null;
  const lit = useMemo(
    () => [...(chosen?.finding.also ?? []), ...(place === null ? [] : [place])],
    [chosen, place],
  );
  const groups = useMemo(() => bySection(shown), [shown]);

  // 点标记：到那一条问题去；点问题：原文滚过去；上一条、下一条：到标记去。
  // biome-ignore lint/correctness/useExhaustiveDependencies: 只在选中变了时走
  useEffect(() => {
    if (box.current === null || chosen === null) return;
    const mark = markOf(box.current, chosen.number);
    const item = itemOf(box.current, chosen.key);
    if (selectedFrom === "text") {
      goTo(wide ? item : box.current.querySelector("[data-detail]"), "nearest");
    } else if (selectedFrom === "list") {
      if (wide) mark?.scrollIntoView({ block: "center" });
    } else if (mark !== null || item !== null) goTo(mark ?? item, "center");
    else {
      // 正看着整改意见：先翻到原文，画好了再走过去。
      setPage("text");
      setTimeout(() => box.current && goTo(markOf(box.current, chosen.number), "center"));
    }
  }, [jumps]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: 换了结果，原来亮着的一处就不对了
  useEffect(() => setPlace(null), [outcome]);

  useEffect(() => {
    if (box.current !== null && place !== null) goToPlace(box.current, place);
  }, [place]);

  const openFromText = useCallback(
    (key: string) => {
      setPage((before) => (before === "letter" ? "list" : before));
      void session.open(key, "text");
    },
    [session],
  );
  const close = useCallback(() => {
    const { outcome: now, selected: key } = session.getState();
    const number = now?.listed.find((one) => one.key === key)?.number;
    session.select(null, "text");
    if (box.current !== null && number !== undefined) goTo(markOf(box.current, number), "nearest");
  }, [session]);
  const goToText = (key: string) => {
    setPage("text");
    session.select(key, "step");
  };
  const goToPlaceInText = (wanted: LitPlace) => {
    setPage("text");
    setPlace({ start: wanted.start, end: wanted.end });
  };

  const detailOf = (listed: ListedAuditFinding, where: "text" | "list") => (
    <AuditDetail
      key={listed.key}
      listed={listed}
      formOf={formOf}
      onReveal={(cell) => void session.reveal(cell)}
      onCopy={() => onCopy(listed)}
      onPlace={goToPlaceInText}
      onText={where === "list" ? () => goToText(listed.key) : null}
      onClose={where === "text" ? close : null}
    />
  );
  const ours = (listed: ListedFinding) => shown.find(({ key }) => key === listed.key);

  const text = (
    <AuditText
      text={outcome.result.text}
      listed={shown}
      selected={chosen}
      lit={lit}
      detail={wide || chosen === null ? null : detailOf(chosen, "text")}
      onOpen={openFromText}
      onClose={close}
    />
  );
  const list = (
    <div className={styles.list}>
      {outcome.listed.length > 0 && (
        <AuditFilter
          listed={outcome.listed}
          shown={shown.length}
          view={view}
          onChange={session.filter}
        />
      )}
      {outcome.listed.length === 0 && <div>没有查出问题。</div>}
      <FindingList
        groups={groups}
        selected={selected}
        scrollToSelected={false}
        titleOf={(listed) => {
          const own = ours(listed);
          return own === undefined ? listed.group : findingTitle(own);
        }}
        detailOf={(listed) => {
          const own = ours(listed);
          return own === undefined ? null : detailOf(own, "list");
        }}
        fallbackFocus={bar}
        onChoose={(key) => {
          if (key === selected) session.select(null, "list");
          else void session.open(key, "list");
        }}
      />
      <AuditPlaces claims={outcome.result.claims} onPlace={goToPlaceInText} />
    </div>
  );
  const right = page === "letter" ? letter : list;
  return (
    <div ref={box} className={styles.results}>
      <div className={styles.bar}>
        <ViewSwitch
          label="审稿的几个页面"
          views={wide ? PAGES.slice(1) : PAGES}
          view={page}
          onChoose={setPage}
        />
        {shown.length > 0 && page !== "letter" && (
          <div className={styles.steps}>
            <Button
              className={styles.step}
              size="small"
              title="Shift+F8"
              onClick={() => session.step(-1)}
            >
              上一条
            </Button>
            <Button
              ref={bar}
              className={styles.step}
              size="small"
              title="F8"
              onClick={() => session.step(1)}
            >
              下一条
            </Button>
          </div>
        )}
      </div>
      <div className={mergeClasses(wide && styles.beside)}>
        {(wide || page === "text") && text}
        {(wide || page !== "text") && (
          <div className={mergeClasses(wide && styles.side)}>{right}</div>
        )}
      </div>
    </div>
  );
}

/** 按所在的节分组，次序随文中先后。 */
function bySection(shown: readonly ListedAuditFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, ListedAuditFinding[]>();
  for (const one of shown) {
    const same = groups.get(one.group);
    if (same === undefined) groups.set(one.group, [one]);
    else same.push(one);
  }
  return [...groups].map(([title, findings]) => ({ title, findings }));
}
