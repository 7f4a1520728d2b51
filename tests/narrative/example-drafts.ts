import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Draft } from "../../src/narrative/draft.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { type Inputs, noInputs } from "../../src/narrative/inputs/inputs.ts";
import { readInputs } from "../../src/narrative/inputs/read-inputs.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { TableSet } from "../../src/tables/table.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { readExample } from "../fixtures/examples.ts";

/** 公开文本里的一个数；见 tests/fixtures/published。 */
export interface PublishedFigure {
  readonly slot: string;
  readonly published: string | null;
  readonly corrected?: string | null;
  readonly why?: string;
}

export interface PublishedNarrative {
  readonly workbook: string;
  readonly prior: string;
  readonly inputs: string;
  readonly figures: readonly PublishedFigure[];
}

const published = new URL("../fixtures/published/", import.meta.url);
const examples = new URL("../../examples/", import.meta.url);

export const narratives: readonly PublishedNarrative[] = readdirSync(published)
  .sort()
  .map((name) => parse(readFileSync(new URL(name, published), "utf8")));

export interface Example {
  readonly currentWorkbook: Workbook;
  readonly priorWorkbook: Workbook;
  readonly current: TableSet;
  readonly prior: TableSet;
  readonly inputs: Inputs;
}

export async function openExample(narrative: PublishedNarrative): Promise<Example> {
  const currentWorkbook = await readExample(narrative.workbook);
  const priorWorkbook = await readExample(narrative.prior);
  const yaml = readFileSync(new URL(narrative.inputs, examples), "utf8");
  const { inputs, findings } = readInputs(yaml, narrative.inputs);
  if (findings.length > 0) throw new Error(findings.map((each) => each.message).join("\n"));
  return {
    currentWorkbook,
    priorWorkbook,
    current: recogniseTables(currentWorkbook, "current"),
    prior: recogniseTables(priorWorkbook, "prior"),
    inputs,
  };
}

export function draftExample({ current, prior, inputs }: Example): Draft {
  return draftNarrative({ current, prior, inputs });
}

/** 不给填报文件的草稿。 */
export function bareDraft({ current, prior }: Example): Draft {
  return draftNarrative({ current, prior, inputs: noInputs });
}

export function paragraphsOf(draft: Draft) {
  return draft.sections.flatMap((section) => section.paragraphs);
}

export function textOf(draft: Draft): string {
  return paragraphsOf(draft)
    .map((paragraph) => paragraph.text)
    .join("\n");
}
