import { type RefObject, useEffect, useState } from "react";

/** 这一块有没有 `width` 像素宽；随尺寸变。 */
export function useWide(box: RefObject<HTMLElement | null>, width: number): boolean {
  const [wide, setWide] = useState(false);
  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWide(entry.contentRect.width >= width);
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box, width]);
  return wide;
}
