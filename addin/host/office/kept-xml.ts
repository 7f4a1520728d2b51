import { HostFailure } from "../host.ts";
import { fromXml, KEPT_NAMESPACE, toXml } from "../kept-xml-text.ts";
import { excelRun } from "./excel-run.ts";

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
  const parts = context.workbook.customXmlParts.getByNamespace(KEPT_NAMESPACE);
  parts.load("items/id");
  return parts;
}
