import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Figure, Gap, Paragraph, Proposal } from "../../../src/narrative/draft.ts";
import { isProposal, openPlaces } from "../../../src/narrative/open-places.ts";

const useStyles = makeStyles({
  figure: {
    borderBottom: `1px dashed ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground1,
    cursor: "pointer",
    ":hover": { borderBottomStyle: "solid" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    "&[aria-expanded='true']": {
      backgroundColor: tokens.colorBrandBackground2,
      borderBottomStyle: "solid",
    },
    "@media (forced-colors: active)": { color: "LinkText" },
  },
  gap: {
    padding: "1px 2px",
    border: `1px solid ${tokens.colorStatusDangerBorder2}`,
    borderRadius: tokens.borderRadiusSmall,
    boxDecorationBreak: "clone",
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    fontWeight: tokens.fontWeightSemibold,
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    "@media (forced-colors: active)": { color: "LinkText" },
  },
});

/** 没有确认的推断：虚线框，与待补充的实线框有别；文字本身写着【据表推断：…】。 */
const useProposalStyle = makeStyles({
  proposal: {
    border: `1px dashed ${tokens.colorStatusWarningForeground3}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightRegular,
    textDecorationLine: "none",
  },
});

/** 段落里点开着的东西。 */
export type OpenMark =
  | { readonly kind: "figure"; readonly index: number }
  | { readonly kind: "gap"; readonly gap: Gap | Proposal };

/** 一段文字：每个数、每处待补充都可以点开。 */
export function ParagraphText({
  paragraph,
  open,
  detailId,
  onOpen,
}: {
  readonly paragraph: Paragraph;
  readonly open: OpenMark | null;
  readonly detailId: string;
  readonly onOpen: (mark: OpenMark | null) => void;
}) {
  const styles = useStyles();
  const { proposal } = useProposalStyle();
  const marks = marksOf(paragraph);
  let position = 0;
  const parts = marks.map((mark) => {
    const before = paragraph.text.slice(position, mark.start);
    position = mark.end;
    const text = paragraph.text.slice(mark.start, mark.end);
    const isOpen =
      mark.kind === "figure"
        ? open?.kind === "figure" && open.index === mark.index
        : open?.kind === "gap" && open.gap.start === mark.gap.start;
    return [
      before,
      <InlineButton
        key={mark.start}
        className={
          mark.kind === "figure"
            ? styles.figure
            : mergeClasses(styles.gap, isProposal(mark.gap) && proposal)
        }
        expanded={isOpen}
        controls={detailId}
        isGap={mark.kind === "gap"}
        start={mark.start}
        onPress={() => onOpen(isOpen ? null : mark)}
      >
        {text}
      </InlineButton>,
    ];
  });
  return (
    <>
      {parts}
      {paragraph.text.slice(position)}
    </>
  );
}

/** 行文中间的按钮。真正的按钮元素不能跟文字一起折行，标点会被挤到行首，所以用带按钮角色的文字。 */
function InlineButton({
  className,
  expanded,
  controls,
  isGap,
  start,
  onPress,
  children,
}: {
  readonly className: string;
  readonly expanded: boolean;
  readonly controls: string;
  readonly isGap: boolean;
  /** 在段落里的下标；从别处跳过来时凭它找。 */
  readonly start: number;
  readonly onPress: () => void;
  readonly children: string;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: 见上
    <span
      role="button"
      tabIndex={0}
      className={className}
      aria-expanded={expanded}
      {...(expanded ? { "aria-controls": controls } : {})}
      data-start={start}
      {...(isGap ? { "data-gap": "" } : {})}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onPress();
      }}
    >
      {children}
    </span>
  );
}

type PlacedMark = OpenMark & { readonly start: number; readonly end: number };

/** 没有确认的推断整块点开，里面的数不另作标记。 */
function marksOf(paragraph: Paragraph): PlacedMark[] {
  const { figures, proposals = [] } = paragraph;
  const placed = ({ start, end }: Figure | Gap) => ({ start, end });
  return [
    ...figures.flatMap((figure, index) =>
      proposals.some(({ start, end }) => start <= figure.start && figure.end <= end)
        ? []
        : [{ kind: "figure" as const, index, ...placed(figure) }],
    ),
    ...openPlaces(paragraph).map((gap) => ({ kind: "gap" as const, gap, ...placed(gap) })),
  ].sort((a, b) => a.start - b.start);
}
