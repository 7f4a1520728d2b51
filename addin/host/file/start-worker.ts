/** 单文件工作台里存放后台线程代码的元素（`type="text/plain"`，浏览器不执行它）。 */
export const INLINE_WORKER_ID = "reading-worker";

/**
 * 起一个读文件的后台线程。网站上取旁边的脚本；单文件工作台没有旁边的文件，从页面里的文字起。
 * 浏览器不许时返回 null，由页面线程自己读。
 */
export function startReadingWorker(): Worker | null {
  if (typeof Worker === "undefined") return null;
  try {
    const inline = document.getElementById(INLINE_WORKER_ID)?.textContent;
    return inline ? fromText(inline) : fromSite();
  } catch {
    return null;
  }
}

function fromSite(): Worker {
  return new Worker(new URL("./reading-worker.ts", import.meta.url));
}

function fromText(code: string): Worker {
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  try {
    return new Worker(url);
  } finally {
    // 线程已按这个地址开始取代码；晚些再收回，有的浏览器是异步取的。
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
