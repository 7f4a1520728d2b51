/** 三个面板。 */
export const PANELS = [
  { name: "check", title: "核对" },
  { name: "draft", title: "起草说明" },
  { name: "audit", title: "审稿" },
] as const;

export type PanelName = (typeof PANELS)[number]["name"];

export function isPanelName(value: unknown): value is PanelName {
  return PANELS.some((panel) => panel.name === value);
}
