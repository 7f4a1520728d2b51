import { systemTheme, type ThemeSource, themeOfBackground } from "./shell/theme.ts";

interface OfficeTheme {
  readonly bodyBackgroundColor?: string;
}

/** 跟随 Office 的主题（亮、暗）；宿主不说时跟随系统。 */
export function officeTheme(): ThemeSource {
  const { Office } = globalThis as unknown as {
    readonly Office?: { readonly context?: { readonly officeTheme?: OfficeTheme } };
  };
  const background = Office?.context?.officeTheme?.bodyBackgroundColor;
  const name = background === undefined ? null : themeOfBackground(background);
  return name === null ? systemTheme() : { get: () => name, subscribe: () => () => {} };
}
