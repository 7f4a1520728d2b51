import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { draftNarrative } from "../../../src/narrative/draft-narrative.ts";
import { noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { copyOfShipped } from "../../../src/narrative/templates/copy-profile.ts";
import type { ProfileSource } from "../../../src/narrative/templates/profile.ts";
import { readTemplate } from "../../../src/narrative/templates/read-template.ts";
import {
  readOwnProfile,
  templateNames,
} from "../../../src/narrative/templates/shipped-profiles.ts";
import { writeDraftText } from "../../../src/publish/draft-text.ts";
import { recogniseTables } from "../../../src/tables/recognise.ts";
import { readExample } from "../../fixtures/examples.ts";

const scripts = new URL("../../../scripts/", import.meta.url);

test("docs/templates-guide.md 与模板一致", () => {
  const script = fileURLToPath(new URL("templates-guide.mjs", scripts));
  const { status, stderr } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

test("第一页上的那份模板写得对", () => {
  const page = readFileSync(new URL("templates-guide/first-page.md", scripts), "utf8");
  const [, template = ""] = /```text\n(.*?)```/s.exec(page) ?? [];
  expect(template).toContain("【标题一】");
  expect(readTemplate("二.二 收入.txt", template, templateNames).mistakes).toEqual([]);
});

/** scripts/templates-guide/examples.yaml 里的一条。 */
interface WorkedExample {
  readonly 名称: string;
  readonly 文件?: string;
  readonly 新文件?: string;
  readonly 原文?: string;
  readonly 改为?: string;
  readonly 整个改为?: string;
  readonly 写出: string;
  readonly 不再写?: string;
}

const examples: readonly WorkedExample[] = parse(
  readFileSync(new URL("templates-guide/examples.yaml", scripts), "utf8"),
);

const stem = "乐山市金口河区人民政府办公室.xlsx";
const current = recogniseTables(await readExample(`2023-${stem}`), "current");
const prior = recogniseTables(await readExample(`2022-${stem}`), "prior");

function original(): ProfileSource {
  const copy = copyOfShipped("四川单位", "本县模板");
  if (copy === null) throw new Error("没有随附的“四川单位”");
  return copy;
}

/** 照着改法改一份抄来的模板。 */
function changed(example: WorkedExample): ProfileSource {
  const { name, files } = original();
  if (example.新文件 !== undefined) {
    return { name, files: [...files, { name: example.新文件, text: example.改为 ?? "" }] };
  }
  const file = files.find((each) => each.name === example.文件);
  if (file === undefined) throw new Error(`没有“${example.文件}”`);
  const { 原文 = "", 改为 = "" } = example;
  if (example.整个改为 === undefined) expect(file.text.split(原文)).toHaveLength(2);
  const text = example.整个改为 ?? file.text.replace(原文, () => 改为);
  return { name, files: files.map((each) => (each === file ? { ...each, text } : each)) };
}

function draftWith(source: ProfileSource): string {
  const { profile, mistakes } = readOwnProfile(source);
  expect(mistakes).toEqual([]);
  return writeDraftText(draftNarrative({ current, prior, inputs: noInputs, profile }));
}

describe("手册里的改法", () => {
  const before = draftWith(original());

  test("有十个", () => {
    expect(examples).toHaveLength(10);
  });

  test.each(examples.map((example) => [example.名称, example] as const))("%s", (_, example) => {
    const after = draftWith(changed(example));
    expect(after).toContain(example.写出);
    expect(after).not.toBe(before);
    if (example.不再写 === undefined) {
      expect(before).not.toContain(example.写出);
    } else {
      expect(before).toContain(example.不再写);
      expect(after).not.toContain(example.不再写);
    }
  });
});
