/** 等 Office 就绪的结局。 */
export type OfficeReadiness = "excel" | "not-office" | "no-answer";

/** Excel 恢复上次的窗格时，`Office.onReady` 偶尔一直不答复：等这么久就不等了，毫秒。 */
const PATIENCE = 15_000;

/**
 * 等 Office 就绪。不在 Excel 里（在浏览器里直接打开、在 Word 里）得 not-office；
 * 一直没有答复得 no-answer，页面应请使用者重新打开窗格。
 */
export async function officeReady(patience = PATIENCE): Promise<OfficeReadiness> {
  if (typeof Office === "undefined") return "not-office";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<OfficeReadiness>((resolve) => {
    timer = setTimeout(() => resolve("no-answer"), patience);
  });
  const ready = Promise.resolve(Office.onReady()).then(
    ({ host }): OfficeReadiness => (host === Office.HostType.Excel ? "excel" : "not-office"),
  );
  const result = await Promise.race([ready, silence]);
  clearTimeout(timer);
  return result;
}
