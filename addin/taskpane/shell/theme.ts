import { type Theme, webDarkTheme, webLightTheme } from "@fluentui/react-components";

export type ThemeName = "light" | "dark";

/** 页面该用亮色还是暗色，以及什么时候变了。强制颜色（高对比度）由浏览器接管，两种都照办。 */
export interface ThemeSource {
  get(): ThemeName;
  subscribe(listener: () => void): () => void;
}

const FONTS =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: { ...webLightTheme, fontFamilyBase: FONTS },
  dark: { ...webDarkTheme, fontFamilyBase: FONTS },
};

/** 跟随系统（浏览器）的亮暗。 */
export function systemTheme(): ThemeSource {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  return {
    get: () => (dark.matches ? "dark" : "light"),
    subscribe(listener) {
      dark.addEventListener("change", listener);
      return () => dark.removeEventListener("change", listener);
    },
  };
}

/** 由背景色（`#1f1f1f`）判断亮暗；读不懂时为 null。 */
export function themeOfBackground(colour: string): ThemeName | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour.trim());
  if (match === null) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
}
