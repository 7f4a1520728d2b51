import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo } from "react";
import type { Severity } from "../../../src/findings/finding.ts";
import { SeverityIcon } from "../check/severity-icon.tsx";
import type { Segment, TextLine } from "./text-marks.ts";

const useStyles = makeStyles({
  line: {
    margin: 0,
    padding: `${tokens.spacingVerticalXXS} 0`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: "1.85",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  heading: { fontWeight: tokens.fontWeightSemibold },
  part: { fontSize: tokens.fontSizeBase400 },
  mark: {
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    textDecorationLine: "underline",
    textDecorationSkipInk: "none",
    textUnderlineOffset: "4px",
    boxDecorationBreak: "clone",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  // 三种下划线：错误波浪、警告虚线、提示点线，不靠颜色也分得清。
  error: {
    textDecorationStyle: "wavy",
    textDecorationColor: tokens.colorStatusDangerForeground1,
    textDecorationThickness: "1.5px",
  },
  warning: {
    textDecorationStyle: "dashed",
    textDecorationColor: tokens.colorStatusWarningForeground1,
    textDecorationThickness: "2px",
  },
  note: {
    textDecorationStyle: "dotted",
    textDecorationColor: tokens.colorNeutralForeground3,
    textDecorationThickness: "2px",
  },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    "@media (forced-colors: active)": { outline: "2px solid Highlight" },
  },
  badge: {
    display: "inline-flex",
    alignItems: "center",
    gap: "1px",
    marginRight: "2px",
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: 1,
    verticalAlign: "super",
    // 序号不画下划线：行内块自成一格，装饰线不穿过。
    textDecorationLine: "none",
    "& > span": { fontSize: "12px" },
  },
  lit: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    outline: `1px dotted ${tokens.colorNeutralStrokeAccessible}`,
    "@media (forced-colors: active)": { outline: "2px dotted Highlight" },
  },
});

/** 要另外亮出来的一处（与之矛盾的另一处、没有核对的数）。 */
export interface LitPlace {
  readonly start: number;
  readonly end: number;
}

interface LineProps {
  readonly line: TextLine;
  /** 选中的问题的序号；不在这一行为 null。 */
  readonly selected: number | null;
  /** 用 Tab 能到的那个标记的序号；不在这一行为 null。 */
  readonly reachable: number | null;
  readonly lit: readonly LitPlace[];
  readonly onOpen: (key: string) => void;
}

/** 原文的一行，各处标记可以点。没有变的行不重画。 */
export const AuditLine = memo(function AuditLine({
  line,
  selected,
  reachable,
  lit,
  onOpen,
}: LineProps) {
  const styles = useStyles();
  const Tag = line.heading === null ? "p" : line.heading === "part" ? "h3" : "h4";
  const first = line.segments.find(({ marks }) => marks.some(({ number }) => number === reachable));
  return (
    <Tag
      data-line={line.start}
      tabIndex={-1}
      className={mergeClasses(
        styles.line,
        line.heading !== null && styles.heading,
        line.heading === "part" && styles.part,
      )}
    >
      {line.segments.map((segment) =>
        segment.marks.length === 0 ? (
          <LitText key={segment.start} start={segment.start} text={segment.text} lit={lit} />
        ) : (
          <Mark
            key={segment.start}
            segment={segment}
            selected={selected}
            reachable={segment === first}
            lit={lit}
            onOpen={onOpen}
          />
        ),
      )}
    </Tag>
  );
});

/** 一截有标记的文字。几条问题叠在一处的，再点换下一条；键盘用 F8 换，Enter 打开正在看的一条。 */
function Mark({
  segment: { start, text, marks, starting },
  selected,
  reachable,
  lit,
  onOpen,
}: {
  readonly segment: Segment;
  readonly selected: number | null;
  readonly reachable: boolean;
  readonly lit: readonly LitPlace[];
  readonly onOpen: (key: string) => void;
}) {
  const styles = useStyles();
  const at = marks.findIndex(({ number }) => number === selected);
  const target = marks[(at + 1) % marks.length];
  const worst: Severity = marks.some(({ severity }) => severity === "error")
    ? "error"
    : marks.some(({ severity }) => severity === "warning")
      ? "warning"
      : "note";
  const open = () => target !== undefined && onOpen(target.key);
  return (
    // biome-ignore lint/a11y/useSemanticElements: 真正的按钮不能跟文字一起折行
    <span
      role="button"
      tabIndex={reachable ? 0 : -1}
      data-numbers={marks.map(({ number }) => number).join(" ")}
      aria-label={`${text}（${marks.map(({ label }) => label).join("；")}）`}
      aria-current={at >= 0}
      className={mergeClasses(styles.mark, styles[worst], at >= 0 && styles.selected)}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        const current = marks[at] ?? target;
        if (current !== undefined) onOpen(current.key);
      }}
    >
      {starting.length > 0 && (
        <span aria-hidden="true" className={styles.badge}>
          <SeverityIcon severity={worst} />
          {starting.map(({ number }) => number).join("·")}
        </span>
      )}
      <LitText start={start} text={text} lit={lit} />
    </span>
  );
}

/** 文字，其中要亮出来的另外画。 */
function LitText({
  start,
  text,
  lit,
}: {
  readonly start: number;
  readonly text: string;
  readonly lit: readonly LitPlace[];
}) {
  const styles = useStyles();
  const end = start + text.length;
  const here = lit
    .filter((place) => place.start < end && place.end > start)
    .sort((a, b) => a.start - b.start);
  let position = start;
  return (
    <>
      {here.map((place) => {
        const from = Math.max(position, place.start);
        const to = Math.max(from, Math.min(end, place.end));
        const before = text.slice(position - start, from - start);
        position = to;
        return (
          <span key={place.start}>
            {before}
            <span className={styles.lit} data-lit={place.start}>
              {text.slice(from - start, to - start)}
            </span>
          </span>
        );
      })}
      {text.slice(position - start)}
    </>
  );
}
