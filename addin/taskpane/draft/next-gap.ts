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
