import type { LitPlace } from "./audit-line.tsx";

/** 文中标着这一条的第一处。 */
export function markOf(box: HTMLElement, number: number): HTMLElement | null {
  return box.querySelector(`[data-numbers~="${number}"]`);
}

/** 清单里的这一条。 */
export function itemOf(box: HTMLElement, key: string): HTMLElement | null {
  const items = box.querySelectorAll<HTMLElement>("[data-finding]");
  return [...items].find((item) => item.dataset.finding === key) ?? null;
}

/** 滚到看得见的地方，焦点也过去。 */
export function goTo(element: HTMLElement | null, block: ScrollLogicalPosition): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block });
}

/** 到文中亮出来的一处去；焦点落在它那一行。 */
export function goToPlace(box: HTMLElement, { start }: LitPlace): void {
  const lit = box.querySelector<HTMLElement>(`[data-lit="${start}"]`);
  lit?.closest<HTMLElement>("[data-line]")?.focus({ preventScroll: true });
  lit?.scrollIntoView({ block: "center" });
}
