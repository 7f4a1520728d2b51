import { describe, expect, test } from "vitest";
import { writeDraftDocx } from "../../src/publish/draft-docx/draft-docx.ts";
import { writeDraftJson } from "../../src/publish/draft-json.ts";
import { writeDraftText } from "../../src/publish/draft-text.ts";
import { writeDraftXlsx } from "../../src/publish/draft-xlsx/draft-xlsx.ts";
import { paragraphsOf } from "../narrative/example-drafts.ts";
import { operationsTable, smallDraft } from "../narrative/small-books.ts";
import { openPackage, partText } from "./open-package.ts";

const year = (amount: number, batches: number) =>
  operationsTable({
    "三公.公务接待费": amount,
    "三公.国内接待费": amount,
    "统计.国内公务接待批次": batches,
  });

const draft = smallDraft({ current: year(30_000, 12), prior: year(20_000, 10) });
const PROPOSAL = "【据表推断：国内公务接待增加2批次】";

describe("没有确认的推断", () => {
  test("Word 里与待补充一样突出显示", async () => {
    const body = partText(openPackage(await writeDraftDocx(draft)), "word/document.xml");
    const run = [...body.matchAll(/<w:r>.*?<\/w:r>/gs)].find(([xml]) => xml.includes(PROPOSAL));
    expect(run?.[0]).toContain('<w:highlight w:val="yellow"/>');
  });

  test("工作表里与待补充一样红字加粗", async () => {
    const parts = openPackage(await writeDraftXlsx(draft));
    const texts = [...parts.keys()].filter((path) => path.endsWith(".xml"));
    const runs = texts.flatMap((path) => [...partText(parts, path).matchAll(/<r>.*?<\/r>/gs)]);
    const run = runs.find(([xml]) => xml.includes(PROPOSAL));
    expect(run?.[0]).toContain("C00000");
  });

  test("JSON 里写着位置、键和依据；纯文本照写", () => {
    const { sections } = JSON.parse(writeDraftJson(draft));
    const written = sections
      .flatMap(({ paragraphs }: { paragraphs: object[] }) => paragraphs)
      .flatMap((each: { proposals?: object[] }) => each.proposals ?? []);
    expect(written).toEqual(paragraphsOf(draft).flatMap(({ proposals = [] }) => proposals));
    expect(written.map(({ text }: { text: string }) => text)).toContain(PROPOSAL);
    expect(writeDraftText(draft)).toContain(PROPOSAL);
  });
});
