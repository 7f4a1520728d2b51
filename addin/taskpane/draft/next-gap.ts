/** 说明里的各处待补充，依次。 */
function gapButtons(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>("[data-gap]")];
}

/** 到下一处（`step` 为 1）或上一处（-1）待补充去；到头从另一头再来。没有待补充时返回 false。 */
export function focusGap(box: HTMLElement, step: 1 | -1): boolean {
  const gaps = gapButtons(box);
  if (gaps.length === 0) return false;
  const next = step === 1 ? firstAfter(gaps) : lastBefore(gaps);
  const target = next ?? (step === 1 ? gaps[0] : gaps.at(-1));
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "center" });
  return true;
}

/** 到一段里从 `start` 起的那一处去；那一处不能点开的，到这一段。没有这一段返回 false。 */
export function focusPlace(box: HTMLElement, id: string, start: number): boolean {
  const paragraph = [...box.querySelectorAll<HTMLElement>("[data-paragraph]")].find(
    (each) => each.dataset.paragraph === id,
  );
  const target =
    paragraph?.querySelector<HTMLElement>(`[data-start="${start}"]`) ??
    paragraph?.querySelector<HTMLElement>("[data-edit]");
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "center" });
  return target !== null && target !== undefined;
}

function firstAfter(gaps: readonly HTMLElement[]): HTMLElement | undefined {
  return gaps.find((gap) => position(gap) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function lastBefore(gaps: readonly HTMLElement[]): HTMLElement | undefined {
  return gaps.findLast((gap) => position(gap) & Node.DOCUMENT_POSITION_PRECEDING);
}

/** 相对现在的焦点在前还是在后。 */
function position(gap: HTMLElement): number {
  return document.activeElement?.compareDocumentPosition(gap) ?? Node.DOCUMENT_POSITION_FOLLOWING;
}
