import type { Paragraph } from "../../../src/narrative/draft.ts";
import { writeDraftText } from "../../../src/publish/draft-text.ts";
import type { WorkbookHost } from "../../host/host.ts";
import type { DraftSession } from "../../session/draft-session.ts";
import type { Composed } from "../../session/draft-session-compose.ts";
import { chartPictures } from "./chart-pictures.ts";
import { copyRichText } from "./copy-rich-text.ts";
import { draftHtml, paragraphHtml } from "./rich-text.ts";

const NO_CLIPBOARD = "剪贴板用不了：请改用“插入工作表”，再从表里复制。";

/** 复制、导出：放进剪贴板，或交给使用者存成文件。 */
export function draftOutputs(session: DraftSession, host: WorkbookHost) {
  return {
    async copyAll({ draft, gaps, proposals }: Composed): Promise<void> {
      const html = draftHtml(draft, await chartPictures(draft));
      const copied = await copyRichText({ html, text: writeDraftText(draft) });
      const left = [
        ...(gaps === 0 ? [] : [`${gaps} 处待补充`]),
        ...(proposals === 0 ? [] : [`${proposals} 处没有确认`]),
      ];
      const rest = left.length === 0 ? "" : `注意还有 ${left.join("、")}。`;
      session.tell(copied ? `已复制全文，可以贴到 Word 里，格式都在。${rest}` : NO_CLIPBOARD);
    },
    async copyOne(paragraph: Paragraph): Promise<void> {
      const html = paragraphHtml(paragraph);
      const copied = await copyRichText({ html, text: paragraph.text });
      session.tell(copied ? "已复制这一段。" : NO_CLIPBOARD);
    },
    async exportInputs({ draft }: Composed): Promise<void> {
      const text = session.exportYaml();
      const name = `${(host.fileName ?? draft.unit).replace(/\.[^.]*$/, "")}.juesuan.yaml`;
      if (host.capabilities.download) {
        await host.download(name, new TextEncoder().encode(text));
        session.tell(`已导出《${name}》，与工作簿放在一起即可。`);
        return;
      }
      const copied = await copyRichText({ html: preformatted(text), text });
      session.tell(
        copied
          ? `这里不能下载文件，内容已复制：请贴到记事本里，另存为《${name}》（编码选 UTF-8）。`
          : "这里不能下载文件，剪贴板也用不了：请在工作台（浏览器页面）里导出。",
      );
    },
  };
}

function preformatted(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<pre>${escaped}</pre>`;
}
