import { makeStyles, mergeClasses, ToggleButton, tokens } from "@fluentui/react-components";

export type View = "text" | "fill" | "ready" | "history" | "options";

const VIEWS: readonly { readonly view: View; readonly title: string }[] = [
  { view: "text", title: "说明" },
  { view: "fill", title: "填报" },
  { view: "ready", title: "公开" },
  { view: "history", title: "版本" },
  { view: "options", title: "选项" },
];

const useStyles = makeStyles({
  group: { display: "flex", gap: tokens.spacingHorizontalXXS },
  button: {
    minWidth: "48px",
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

/** 面板里的几个页面。 */
export function ViewSwitch({
  view,
  onChoose,
}: {
  readonly view: View;
  readonly onChoose: (view: View) => void;
}) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: fieldset 自带边框和最小宽度，这里只要给一组按钮起名
    <div role="group" aria-label="起草的几个页面" className={styles.group}>
      {VIEWS.map((each) => (
        <ToggleButton
          key={each.view}
          size="small"
          appearance="subtle"
          className={mergeClasses(styles.button, view === each.view && styles.chosen)}
          checked={view === each.view}
          onClick={() => onChoose(each.view)}
        >
          {each.title}
        </ToggleButton>
      ))}
    </div>
  );
}
