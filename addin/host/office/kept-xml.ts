import { HostFailure } from "../host.ts";
import { excelRun } from "./excel-run.ts";

/** 我们的数据放在这个命名空间的自定义 XML 部件里，随工作簿保存。 */
const NAMESPACE = "urn:juesuan-check:data:1";

/** 一次请求的上限是 5 MB，留出余地。 */
const LARGEST = 1_200_000;

/** 与工作簿一起保存的数据；没有为 null。部件不止一个时（合并工作簿会这样）取最后一个。 */
export async function loadData(): Promise<string | null> {
  return excelRun("读取随工作簿保存的数据", async (context) => {
    const parts = ownParts(context);
    await context.sync();
    const last = parts.items.at(-1);
    if (last === undefined) return null;
    const xml = last.getXml();
    await context.sync();
    return fromXml(xml.value);
  });
}

/** 保存数据，替换旧的。先写好新的再删多余的，断在中间也不会一份都没有。 */
export async function saveData(json: string): Promise<void> {
  if (json.length > LARGEST) {
    throw new HostFailure(
      "too-large",
      "要随工作簿保存的数据太多，Excel 放不下。",
      "请导出填报文件另存，再删去不用的内容。",
    );
  }
  const xml = toXml(json);
  await excelRun("保存数据", async (context) => {
    const parts = ownParts(context);
    await context.sync();
    const [first, ...others] = parts.items;
    if (first === undefined) context.workbook.customXmlParts.add(xml);
    else first.setXml(xml);
    for (const other of others) other.delete();
    await context.sync();
  });
}

function ownParts(context: Excel.RequestContext): Excel.CustomXmlPartScopedCollection {
  const parts = context.workbook.customXmlParts.getByNamespace(NAMESPACE);
  parts.load("items/id");
  return parts;
}

/**
 * JSON 文本放进 XML。XML 不许有的字符（孤立代理、U+FFFE 等）只会出现在 JSON 的字符串里，
 * 写成 \u 转义意思不变；回车单独转义，免得被统一成换行。
 */
export function toXml(json: string): string {
  const safe = json
    .replace(
      /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    )
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
  return `<data xmlns="${NAMESPACE}">${safe}</data>`;
}

export function fromXml(xml: string): string | null {
  const inner = /<data [^>]*>([\s\S]*)<\/data>\s*$/.exec(xml)?.[1];
  return inner === undefined
    ? null
    : inner
        .replaceAll("&#13;", "\r")
        .replaceAll("&#xD;", "\r")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&apos;", "'")
        .replaceAll("&amp;", "&");
}
