/** 一份内容的两种写法：带格式的和纯文字的，由粘贴的软件挑。 */
export interface RichText {
  readonly html: string;
  readonly text: string;
}

/**
 * 放进剪贴板。先经由复制事件：原样放进去，字处理软件专用的样式也在；不行再用剪贴板接口
 * （浏览器会按本页的安全策略过一遍，有的样式会丢）。都做不到返回 false。
 */
export async function copyRichText(content: RichText): Promise<boolean> {
  if (copyThroughEvent(content)) return true;
  try {
    const blob = (type: string, part: string) => new Blob([part], { type });
    const item = new ClipboardItem({
      "text/html": blob("text/html", content.html),
      "text/plain": blob("text/plain", content.text),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}

function copyThroughEvent({ html, text }: RichText): boolean {
  let placed = false;
  const place = (event: ClipboardEvent) => {
    if (event.clipboardData === null) return;
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopPropagation();
    placed = true;
  };
  document.addEventListener("copy", place, true);
  try {
    return document.execCommand("copy") && placed;
  } finally {
    document.removeEventListener("copy", place, true);
  }
}
