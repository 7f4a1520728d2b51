import { describe, expect, it } from "vitest";
import type { ItemEntry, ItemScope, Value } from "../../../src/narrative/catalogue/entry.ts";
import { catalogue } from "../../../src/narrative/catalogue/generated/catalogue.ts";
import { EACH_NAMES, plainName } from "../../../src/narrative/templates/names.ts";
import { contexts } from "./contexts.ts";
import { namesUsed } from "./names-used.ts";

describe("模板里可以写的数", () => {
  it("名称不重，全角、半角算同一个", () => {
    const names = catalogue.map(({ name }) => plainName(name));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(catalogue.map((entry) => [entry.name, entry] as const))(
    "“%s”有一句含义，清单写明各项里的名称",
    (_, entry) => {
      expect(entry.meaning).toMatch(/^.{6,}。$/s);
      expect(entry.items !== undefined).toBe(entry.kind === "清单");
      const inside = (entry.items ?? []).map(({ name }) => name);
      expect(new Set(inside).size).toBe(inside.length);
      for (const { name, meaning } of entry.items ?? []) {
        expect(meaning).toMatch(/^.{3,}。$/s);
        expect(name).toBe(plainName(name));
        expect(EACH_NAMES.map((each) => each.name)).not.toContain(name);
      }
    },
  );

  it("随附的模板没有用到的，恰好是注明了没有用到的", () => {
    const used = namesUsed();
    const unused = catalogue.filter(({ name }) => !used.has(name)).map(({ name }) => name);
    const extra = catalogue.filter((entry) => entry.extra === true).map(({ name }) => name);
    expect(unused).toEqual(extra);
  });
});

describe("取值", async () => {
  it.each(await contexts())("%s：每个数取出来都是它说的那一种，清单各项名称齐全", (_, context) => {
    for (const entry of catalogue) expectKind(entry, entry.read(context));
  });
});

function expectKind(entry: ItemEntry, value: Value): void {
  expect([entry.name, value.kind]).toEqual([entry.name, entry.kind]);
  if (value.kind !== "清单") return;
  for (const item of value.items) expectItem(entry, item);
}

function expectItem(list: ItemEntry, item: ItemScope): void {
  const declared = list.items ?? [];
  expect([...item.keys()].sort()).toEqual(declared.map(({ name }) => name).sort());
  for (const each of declared) {
    const value = item.get(each.name);
    if (value !== undefined) expectKind(each, value);
  }
}
