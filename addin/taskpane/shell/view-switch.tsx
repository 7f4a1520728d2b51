import { makeStyles, mergeClasses, ToggleButton, tokens } from "@fluentui/react-components";

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

/** 一个面板里的几个页面；`label` 是这组按钮的名称。 */
export function ViewSwitch<View extends string>({
  label,
  views,
  view,
  onChoose,
}: {
  readonly label: string;
  readonly views: readonly { readonly view: View; readonly title: string }[];
  readonly view: View;
  readonly onChoose: (view: View) => void;
}) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: fieldset 自带边框和最小宽度，这里只要给一组按钮起名
    <div role="group" aria-label={label} className={styles.group}>
      {views.map((each) => (
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
