import fc from "fast-check";
import { expect, test } from "vitest";
import { readTemplate } from "../../../src/narrative/templates/read-template.ts";
import type { Block } from "../../../src/narrative/templates/syntax.ts";
import { mistakesIn, names, written } from "./hand-catalogue.ts";
import { printTemplate } from "./print-template.ts";
import { scribbles, templates } from "./random-templates.ts";

test("乱写的模板只列出错处，不出错；没有错处的写得出来", () => {
  fc.assert(
    fc.property(scribbles, (scribble) => {
      const { mistakes } = readTemplate("二.一 试.txt", scribble, names);
      const lines = scribble.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
      for (const { line, column, what, todo } of mistakes) {
        expect(column).toBeLessThanOrEqual([...(lines[line - 1] ?? "")].length + 1);
        expect(what + todo).toMatch(/[\u4e00-\u9fa5]/);
      }
      if (mistakes.length === 0) written(scribble);
    }),
    { numRuns: 2000 },
  );
});

test("写得对的模板，写成文字再读，还是原样", () => {
  fc.assert(
    fc.property(templates, (blocks) => {
      const printed = printTemplate(blocks);
      expect(mistakesIn(printed)).toEqual([]);
      expect(plain(readTemplate("二.一 试.txt", printed, names).blocks)).toEqual(plain(blocks));
      written(printed);
    }),
    { numRuns: 500 },
  );
});

/** 去掉位置，把相连的文字并成一处。 */
function plain(blocks: readonly Block[]): unknown {
  return JSON.parse(
    JSON.stringify(blocks, (key, value) => (key === "at" ? undefined : merged(value))),
  );
}

function merged(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const nodes: unknown[] = [];
  for (const node of value) {
    const last = nodes.at(-1);
    if (isText(node) && isText(last))
      nodes[nodes.length - 1] = { ...last, text: last.text + node.text };
    else nodes.push(node);
  }
  return nodes;
}

function isText(node: unknown): node is { kind: string; text: string } {
  return typeof node === "object" && node !== null && "kind" in node && node.kind === "文字";
}
