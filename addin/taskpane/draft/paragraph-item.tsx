import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { useId, useRef, useState } from "react";
import type { Paragraph, ParagraphStyle } from "../../../src/narrative/draft.ts";
import { isProposal } from "../../../src/narrative/open-places.ts";
import type { ParagraphNote } from "../../../src/narrative/redraft/edited-paragraphs.ts";
import type { StaleFigure } from "../../../src/narrative/redraft/stale-figures.ts";
import type { ChartStyle } from "../../../src/publish/charts/chart-style.ts";
import { ChartPreview } from "./chart-preview.tsx";
import { FigureDetails } from "./figure-details.tsx";
import type { ParagraphActions } from "./paragraph-actions.ts";
import { ParagraphEditor } from "./paragraph-editor.tsx";
import { ParagraphNotes } from "./paragraph-notes.tsx";
import { type OpenMark, ParagraphText } from "./paragraph-text.tsx";

const useStyles = makeStyles({
  item: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} 0`,
    "&:hover > [data-tools], &:focus-within > [data-tools]": { opacity: 1 },
  },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: "1.75",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
  heading: { fontWeight: tokens.fontWeightSemibold },
  part: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  edited: {
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    paddingLeft: tokens.spacingHorizontalS,
  },
  tools: {
    display: "flex",
    flexDirection: "column",
    // 有鼠标的，指到这一段才显出来，满屏的图标太吵；触屏、键盘照常。
    "@media (hover: hover)": { opacity: 0 },
  },
  below: {
    gridColumn: "1 / -1",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalXS} 0`,
  },
  detail: {
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

const HEADING_TAGS: Partial<Record<ParagraphStyle, "h2" | "h3" | "h4">> = {
  title: "h2",
  part: "h2",
  heading1: "h3",
  heading2: "h4",
};

/** 一段：文字、图、是否改过或过时，改、复制、恢复。 */
export function ParagraphItem({
  paragraph,
  note,
  stale,
  chartStyle,
  actions,
}: {
  readonly paragraph: Paragraph;
  readonly note: ParagraphNote | undefined;
  /** 改过的这一段里与表不符的数。 */
  readonly stale: readonly StaleFigure[];
  readonly chartStyle: ChartStyle;
  readonly actions: ParagraphActions;
}) {
  const styles = useStyles();
  const detailId = useId();
  const item = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<OpenMark | null>(null);
  const [editing, setEditing] = useState(false);
  const { id, style } = paragraph;
  const Tag = HEADING_TAGS[style] ?? "p";
  const figure = open?.kind === "figure" ? paragraph.figures[open.index] : undefined;
  const label = paragraph.text.slice(0, 12);

  const close = () => {
    setOpen(null);
    item.current?.querySelector<HTMLElement>("[aria-expanded='true']")?.focus();
  };
  const stopEditing = () => {
    setEditing(false);
    setTimeout(() => item.current?.querySelector<HTMLElement>("[data-edit]")?.focus());
  };

  return (
    <div ref={item} className={styles.item} data-paragraph={id}>
      {editing ? (
        <div className={styles.below}>
          <ParagraphEditor
            text={paragraph.text}
            label="改这一段"
            onCancel={stopEditing}
            onSave={(text) => {
              actions.onEdit(id, text);
              stopEditing();
            }}
          />
        </div>
      ) : (
        <>
          <div className={mergeClasses(paragraph.edited && styles.edited)}>
            {paragraph.chart !== undefined && (
              <ChartPreview chart={paragraph.chart} style={chartStyle} />
            )}
            <Tag
              className={mergeClasses(
                styles.text,
                Tag !== "p" && styles.heading,
                Tag === "h2" && styles.part,
              )}
            >
              <ParagraphText
                paragraph={paragraph}
                open={open}
                detailId={detailId}
                onOpen={setOpen}
              />
            </Tag>
          </div>
          <div className={styles.tools} data-tools="">
            <Button
              appearance="subtle"
              size="small"
              icon={<EditRegular />}
              aria-label={`改：${label}`}
              title="改这一段"
              data-edit=""
              onClick={() => setEditing(true)}
            />
            {Tag === "p" && (
              <Button
                appearance="subtle"
                size="small"
                icon={<CopyRegular />}
                aria-label={`复制：${label}`}
                title="复制这一段"
                onClick={() => actions.onCopy(paragraph)}
              />
            )}
          </div>
        </>
      )}
      {open !== null && !editing && (
        <section
          id={detailId}
          className={mergeClasses(styles.below, styles.detail)}
          aria-label={figure === undefined ? openName(open) : `${figure.text} 的出处`}
          onKeyDown={(event) => event.key === "Escape" && close()}
        >
          {figure === undefined ? (
            open.kind === "gap" && actions.renderGap(paragraph, open.gap)
          ) : (
            <FigureDetails figure={figure} onReveal={actions.onReveal} />
          )}
        </section>
      )}
      {!editing && (
        <ParagraphNotes paragraph={paragraph} note={note} stale={stale} actions={actions} />
      )}
    </div>
  );
}

function openName(open: OpenMark): string {
  return open.kind === "gap" && isProposal(open.gap) ? "确认" : "填写";
}
