import { Badge, Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { type ReactNode, useId, useRef, useState } from "react";
import type { Paragraph, ParagraphStyle } from "../../../src/narrative/draft.ts";
import type { FactSource } from "../../../src/narrative/fact.ts";
import type { ChartStyle } from "../../../src/publish/charts/chart-style.ts";
import type { ParagraphNote } from "../../session/draft-session-edits.ts";
import { ChartPreview } from "./chart-preview.tsx";
import { FigureDetails } from "./figure-details.tsx";
import { ParagraphEditor } from "./paragraph-editor.tsx";
import { type OpenMark, ParagraphText } from "./paragraph-text.tsx";
import { Wordings } from "./wordings.tsx";

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
  badges: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** 点开一处待补充时，下面放什么（填写的一栏）。 */
export type RenderGap = (mark: Extract<OpenMark, { kind: "gap" }>["gap"]) => ReactNode;

export interface ParagraphActions {
  readonly onEdit: (id: string, text: string) => void;
  readonly onReset: (id: string) => void;
  readonly onKeep: (id: string) => void;
  readonly onCopy: (paragraph: Paragraph) => void;
  readonly onReveal: (source: FactSource) => void;
  readonly renderGap: RenderGap;
}

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
  chartStyle,
  actions,
}: {
  readonly paragraph: Paragraph;
  readonly note: ParagraphNote | undefined;
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
          aria-label={figure === undefined ? "填写" : `${figure.text} 的出处`}
          onKeyDown={(event) => event.key === "Escape" && close()}
        >
          {figure === undefined ? (
            open.kind === "gap" && actions.renderGap(open.gap)
          ) : (
            <FigureDetails figure={figure} onReveal={actions.onReveal} />
          )}
        </section>
      )}
      <ParagraphNotes paragraph={paragraph} note={note} actions={actions} hidden={editing} />
    </div>
  );
}

function ParagraphNotes({
  paragraph,
  note,
  actions,
  hidden,
}: {
  readonly paragraph: Paragraph;
  readonly note: ParagraphNote | undefined;
  readonly actions: ParagraphActions;
  readonly hidden: boolean;
}) {
  const styles = useStyles();
  const [comparing, setComparing] = useState(false);
  const { id, edited, text } = paragraph;
  if (hidden || note === undefined || (!edited && !note.sheetOutdated)) return null;
  const own = note.draftText === null && note.editedFrom === null;
  return (
    <div className={styles.below}>
      <div className={styles.badges}>
        {edited && (
          <Badge appearance="tint" color="brand">
            {own ? "你添写的" : "你改过"}
          </Badge>
        )}
        {note.editOutdated && (
          <Badge appearance="filled" color="warning">
            {note.draftText === null ? "程序不再起草这一段" : "已过时：数变了"}
          </Badge>
        )}
        {note.sheetOutdated && (
          <Badge appearance="tint" color="warning">
            工作表里的已过时
          </Badge>
        )}
        {note.lost.length > 0 && (
          <Badge appearance="tint" color="warning">
            {`文中找不到原稿的 ${note.lost.map((each) => each.text).join("、")}`}
          </Badge>
        )}
      </div>
      {edited && !own && (
        <div className={styles.buttons}>
          <Button size="small" aria-expanded={comparing} onClick={() => setComparing(!comparing)}>
            {note.editOutdated ? "比一比" : "看原稿"}
          </Button>
          {note.editOutdated && (
            <Button size="small" onClick={() => actions.onKeep(id)}>
              保留我的
            </Button>
          )}
          <Button size="small" onClick={() => actions.onReset(id)}>
            {note.editOutdated ? "用新的" : "恢复成原稿"}
          </Button>
        </div>
      )}
      {comparing && edited && (
        <Wordings
          wordings={[
            ...(note.editOutdated && note.editedFrom !== null
              ? [{ title: "原来的", text: note.editedFrom, against: null }]
              : []),
            { title: "我的", text, against: note.editedFrom },
            ...(note.draftText === null
              ? []
              : [
                  {
                    title: note.editOutdated ? "新的" : "原稿",
                    text: note.draftText,
                    against: note.editOutdated ? note.editedFrom : text,
                  },
                ]),
          ]}
        />
      )}
    </div>
  );
}
