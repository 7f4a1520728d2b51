import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";
import { PANELS, type PanelName } from "./panels.ts";

const useStyles = makeStyles({
  tabs: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    display: "flex",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalS}`,
    border: "none",
    borderBottom: "3px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    fontSize: tokens.fontSizeBase300,
    cursor: "pointer",
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
});

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * 面板切换：左右方向键、Home、End 换，Tab 只停在选中的一个上。
 * 不用 Fluent 的 TabList：它为管焦点放进两个藏起来又能停焦点的元素，读屏检查通不过。
 */
export function PanelTabs({
  shown,
  onChoose,
}: {
  readonly shown: PanelName;
  readonly onChoose: (name: PanelName) => void;
}) {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, at: number) => {
    const last = PANELS.length - 1;
    const step = STEPS[event.key];
    const to =
      event.key === "Home"
        ? 0
        : event.key === "End"
          ? last
          : step === undefined
            ? null
            : (at + step + PANELS.length) % PANELS.length;
    const next = to === null ? undefined : PANELS[to];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.name);
    document.getElementById(`tab-${next.name}`)?.focus();
  };
  return (
    <div role="tablist" aria-label="面板" className={styles.tabs}>
      {PANELS.map(({ name, title }, at) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === shown}
          aria-controls={`panel-${name}`}
          tabIndex={name === shown ? 0 : -1}
          className={mergeClasses(styles.tab, name === shown && styles.chosen)}
          onClick={() => onChoose(name)}
          onKeyDown={(event) => onKeyDown(event, at)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
