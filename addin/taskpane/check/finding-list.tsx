import { Button, makeStyles, tokens } from "@fluentui/react-components";
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { ListedFinding } from "../../session/workbook-session-state.ts";
import { FindingItem } from "./finding-item.tsx";
import { type FindingGroup, firstOf } from "./findings-view.ts";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  group: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  title: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** 一次多显示这么多条，几百条的清单也不卡。 */
const PAGE = 100;

/**
 * 分组的问题清单。Tab 进来只停一处，上下方向键、Home、End 在各条之间走，Enter 或点击打开。
 */
export function FindingList({
  groups,
  selected,
  scrollToSelected,
  titleOf,
  detailOf,
  fallbackFocus,
  onChoose,
}: {
  readonly groups: readonly FindingGroup[];
  readonly selected: string | null;
  /** 选中是工作簿里点单元格引起的：滚到看得见的地方，不抢焦点。 */
  readonly scrollToSelected: boolean;
  /** 一条的标题，写在严重程度之后。 */
  readonly titleOf: (listed: ListedFinding) => string;
  /** 选中那条的详情，展开在下面；并排显示时不给。 */
  readonly detailOf: ((listed: ListedFinding) => ReactNode) | null;
  readonly fallbackFocus: RefObject<HTMLElement | null>;
  readonly onChoose: (key: string) => void;
}) {
  const styles = useStyles();
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState(PAGE);
  const [cursor, setCursor] = useState<string | null>(null);

  const all = groups.flatMap((group) => group.findings);
  const selectedAt = all.findIndex((one) => one.key === selected);
  const shown = Math.max(limit, selectedAt + 1);
  const visible = all.slice(0, shown);
  const has = (key: string | null) => key !== null && visible.some((one) => one.key === key);
  const reachable = has(cursor) ? cursor : has(selected) ? selected : visible[0]?.key;

  useEffect(() => {
    if (!scrollToSelected || selected === null) return;
    itemOf(box.current, selected)?.scrollIntoView({ block: "nearest" });
  }, [scrollToSelected, selected]);

  // 有焦点的一条改正了、不再计较了：焦点去顶上来的一条，不丢到页面开头。
  const focusedAt = useRef(-1);
  const keys = visible.map((one) => one.key).join("\n\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: 只在清单变了时
  useLayoutEffect(() => {
    const at = focusedAt.current;
    if (at < 0 || document.activeElement !== document.body) return;
    focusedAt.current = -1;
    const next = visible[Math.min(at, visible.length - 1)];
    if (next === undefined) fallbackFocus.current?.focus();
    else itemOf(box.current, next.key)?.focus();
  }, [keys]);
  const noteFocus = (event: FocusEvent) => {
    const item = event.target.closest("li")?.querySelector<HTMLElement>("[data-finding]");
    focusedAt.current = visible.findIndex((one) => one.key === item?.dataset.finding);
  };
  const noteBlur = (event: FocusEvent) => {
    if (event.relatedTarget !== null) focusedAt.current = -1;
  };

  const move = (event: KeyboardEvent, from: string) => {
    const at = visible.findIndex((one) => one.key === from);
    const to = nextIndex(event.key, at, visible.length);
    const next = to === null ? undefined : visible[to];
    if (next === undefined) return;
    event.preventDefault();
    itemOf(box.current, next.key)?.focus();
  };

  let order = 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: 只记下焦点在哪一条，操作都在各条的按钮上
    <div ref={box} className={styles.list} onFocus={noteFocus} onBlur={noteBlur}>
      {firstOf(groups, shown).map((group) => (
        <section key={group.title} aria-labelledby={`${base}-${group.title}`}>
          <h2 className={styles.title} id={`${base}-${group.title}`}>
            {group.title}
          </h2>
          <ul className={styles.group}>
            {group.findings.map((listed) => (
              <FindingItem
                key={listed.key}
                id={`${base}-${order++}`}
                listed={listed}
                title={titleOf(listed)}
                selected={listed.key === selected}
                reachable={listed.key === reachable}
                beside={detailOf === null}
                detail={listed.key === selected && detailOf !== null ? detailOf(listed) : null}
                onChoose={onChoose}
                onFocus={setCursor}
                onMove={move}
              />
            ))}
          </ul>
        </section>
      ))}
      {all.length > shown && (
        <Button onClick={() => setLimit(shown + PAGE)}>
          再显示 {Math.min(PAGE, all.length - shown)} 条（还有 {all.length - shown} 条）
        </Button>
      )}
    </div>
  );
}

function nextIndex(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return Math.min(at + 1, count - 1);
    case "ArrowUp":
      return Math.max(at - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

function itemOf(box: HTMLElement | null, key: string): HTMLElement | null {
  for (const item of box?.querySelectorAll<HTMLElement>("[data-finding]") ?? []) {
    if (item.dataset.finding === key) return item;
  }
  return null;
}
