import { type RefObject, useLayoutEffect, useState } from "react";

/** 滚动区里看得见的一块，像素。 */
export interface Viewport {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** 跟踪一个滚动元素的位置和大小。 */
export function useViewport(element: RefObject<HTMLElement | null>): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ top: 0, left: 0, width: 800, height: 600 });
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = () =>
      setViewport({
        top: target.scrollTop,
        left: target.scrollLeft,
        width: target.clientWidth,
        height: target.clientHeight,
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    target.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      target.removeEventListener("scroll", measure);
    };
  }, [element]);
  return viewport;
}
