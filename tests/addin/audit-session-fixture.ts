import { type AuditSession, openAuditSession } from "../../addin/session/audit-session.ts";
import type { AuditOutcome } from "../../addin/session/audit-session-state.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { type Books, draftText, exampleBooks } from "../audit/drafts.ts";
import { readExample } from "../fixtures/examples.ts";
import { type OpenedExample, openBook, SAMPLE } from "./workbook-session-fixture.ts";

export interface OpenedAudit extends OpenedExample {
  readonly audit: AuditSession;
  readonly books: Books;
  /** 由这本工作簿起草的说明，没有错。 */
  readonly draft: string;
}

const allBooks = exampleBooks();

/** 打开示例工作簿（上年的已经给了），审稿面板也打开。 */
export async function openAudit(
  change: (workbook: Workbook) => Workbook = (workbook) => workbook,
): Promise<OpenedAudit> {
  const books = (await allBooks).find(({ name }) => `${name}.xlsx` === SAMPLE);
  if (books === undefined) throw new Error(`没有示例 ${SAMPLE}`);
  const opened = openBook(change(await readExample(SAMPLE)));
  const { usePrior: givePrior } = opened.session;
  await givePrior(books.prior);
  const audit = openAuditSession(opened.host, opened.keeper, opened.session);
  return { ...opened, audit, books, draft: draftText(books, { changeWords: "增长下降" }) };
}

/** 审完的结果；没有审成时抛错，写明原因。 */
export function outcomeOf(audit: AuditSession): AuditOutcome {
  const { outcome, failure } = audit.getState();
  if (outcome === null) throw new Error(`没有审成：${failure?.what ?? "没有原因"}`);
  return outcome;
}

/** 把一处换掉；原文里没有时抛错。 */
export function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`文中没有“${from}”`);
  return text.replace(from, to);
}
