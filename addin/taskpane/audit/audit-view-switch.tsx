import { makeStyles, mergeClasses, ToggleButton, tokens } from "@fluentui/react-components";

export type AuditPage = "text" | "list" | "letter";

const useStyles = makeStyles({
  group: { display: "flex", gap: tokens.spacingHorizontalXXS },
  button: {
    minWidth: "52px",
    fontSize: tokens.fontSizeBase300,
    borderBottom: "2px solid transparent",
    borderBottomLeftRadius: 0,
    borderBottomRightRadius: 0,
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
});

const TITLES: Readonly<Record<AuditPage, string>> = {
  text: "原文",
  list: "问题",
  letter: "整改意见",
};

/** 审稿结果的几页；宽的时候原文一直在左边，不在里面。 */
export function AuditViewSwitch({
  pages,
  page,
  onChoose,
}: {
  readonly pages: readonly AuditPage[];
  readonly page: AuditPage;
  readonly onChoose: (page: AuditPage) => void;
}) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: fieldset 自带边框和最小宽度，这里只要给一组按钮起名
    <div role="group" aria-label="审稿的几个页面" className={styles.group}>
      {pages.map((each) => (
        <ToggleButton
          key={each}
          size="small"
          appearance="subtle"
          className={mergeClasses(styles.button, page === each && styles.chosen)}
          checked={page === each}
          onClick={() => onChoose(each)}
        >
          {TITLES[each]}
        </ToggleButton>
      ))}
    </div>
  );
}
