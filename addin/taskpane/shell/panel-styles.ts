import { type GriffelStyle, tokens } from "@fluentui/react-components";

/** 一个面板从上到下排开。 */
export const panelStyle: GriffelStyle = {
  display: "flex",
  flexDirection: "column",
  gap: tokens.spacingVerticalM,
  padding: tokens.spacingHorizontalM,
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
};

/** 面板里滚动时停在页签下面的一栏。 */
export const stickyBarStyle: GriffelStyle = {
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: tokens.spacingHorizontalS,
  position: "sticky",
  top: "44px",
  zIndex: 1,
  padding: `${tokens.spacingVerticalXS} 0`,
  backgroundColor: tokens.colorNeutralBackground1,
  borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
};
