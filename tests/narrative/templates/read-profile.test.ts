import { describe, expect, test } from "vitest";
import type { DraftOptions } from "../../../src/narrative/style.ts";
import { copyOfShipped } from "../../../src/narrative/templates/copy-profile.ts";
import { mistakeText } from "../../../src/narrative/templates/mistake.ts";
import type { Profile, ProfileSource } from "../../../src/narrative/templates/profile.ts";
import {
  readProfile,
  type ShippedProfiles,
} from "../../../src/narrative/templates/read-profile.ts";
import { sectionIdOf, sectionOrder } from "../../../src/narrative/templates/section-ids.ts";
import {
  readOwnProfile,
  shippedProfiles,
} from "../../../src/narrative/templates/shipped-profiles.ts";
import { names } from "./hand-catalogue.ts";

function source(files: Readonly<Record<string, string>>, name = "本县"): ProfileSource {
  return { name, files: Object.entries(files).map(([file, text]) => ({ name: file, text })) };
}

const noneShipped: ShippedProfiles = { names: [], find: () => null };

function shipped(name: string, files: Readonly<Record<string, string>>): ShippedProfiles {
  const { profile, mistakes } = readProfile(source(files, name), noneShipped, names);
  expect(mistakes).toEqual([]);
  return { names: [name], find: (wanted) => (wanted === name ? profile : null) };
}

const base = shipped("底本甲", {
  "写法.yaml": "级别: 部门\n写法:\n  收支总计: 分写\n  百分比小数位数: 1\n",
  "二.二 收入.txt": "【标题一】二、收入",
  "二 部分.txt": "【部分】第二部分",
  "二.十.（二） 采购.txt": "【标题二】采购",
  "二.十 其他.txt": "【标题一】十、其他",
});

function read(files: Readonly<Record<string, string>>): { profile: Profile; mistakes: string[] } {
  const { profile, mistakes } = readProfile(source(files), base, names);
  return { profile, mistakes: mistakes.map(mistakeText) };
}

describe("一套模板", () => {
  test("各节按编号排，没有的用底本的，同一节以自己的为准", () => {
    const { profile, mistakes } = read({
      "写法.yaml": "底本: 底本甲",
      "二.二 收入决算.txt": "【标题一】自己的",
      "二.十.(五) 其他说明.txt": "【标题二】自己加的",
    });
    expect(mistakes).toEqual([]);
    expect(profile.sections.map(({ id }) => id)).toEqual([
      "二",
      "二.二",
      "二.十",
      "二.十.（二）",
      "二.十.（五）",
    ]);
    expect(JSON.stringify(profile.sections[1]?.blocks)).toContain("自己的");
  });

  test("写法、级别垫着底本的；名称缺省是文件夹名", () => {
    const { profile } = read({ "写法.yaml": "底本: 底本甲\n写法:\n  百分比小数位数: 2\n" });
    expect(profile.name).toBe("本县");
    expect(profile.level).toBe("部门");
    expect(profile.style).toEqual<DraftOptions>({ totals: "分写", percentDecimals: 2 });
    expect(read({ "写法.yaml": "名称: 某县\n级别: 单位" }).profile).toMatchObject({
      name: "某县",
      level: "单位",
    });
  });

  test.each<[Record<string, string>, string]>([
    [{}, "写法.yaml:1:1：没有“写法.yaml”。"],
    [
      { "写法.yaml": "# 甲\n底本: 底本已" },
      "写法.yaml:1:1：没有叫“底本已”的底本。没有自己写的节不知道用哪一套。是不是“底本甲”？",
    ],
    [
      { "写法.yaml": "写法:\n  收支合计: 合写" },
      "写法.yaml:2:3：不认识“写法 › 收支合计”这个键。认不清写法就不能起草。是不是“收支总计”？",
    ],
    [
      { "写法.yaml": "写法:\n  收支总计: 和写" },
      "写法.yaml:2:3：“写法 › 收支总计”应为“合写”、“分写”之一。",
    ],
    [
      { "写法.yaml": "写发:\n  甲: 乙" },
      "写法.yaml:1:1：不认识“写发”这个键。认不清写法就不能起草。是不是“写法”？",
    ],
    [{ "写法.yaml": "写法: [" }, "写法.yaml:1:6：写法不是有效的 YAML："],
    [{ "写法.yaml": "", "二.二.txt.bak": "" }, "二.二.txt.bak:1:1：不认识这个文件。"],
    [{ "写法.yaml": "", "收入.txt": "" }, "收入.txt:1:1：不认识这个文件。"],
    [{ "写法.yaml": "", "二.二收入.txt": "" }, "二.二收入.txt:1:1：不认识这个文件。"],
    [
      { "写法.yaml": "", "二.二 甲.txt": "", "二.二 乙.txt": "" },
      "二.二 乙.txt:1:1：与“二.二 甲.txt”写的是同一节（二.二）。",
    ],
    [
      { "写法.yaml": "", "二.二 甲.txt": "【正文】\n{收入总记}" },
      "二.二 甲.txt:2:2：没有叫“收入总记”的数。",
    ],
  ])("%j", (files, expected) => {
    const { mistakes } = read(files);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(expected);
  });
});

test("节的编号按数排，不是节的编号认得出来", () => {
  const ids = ["二.十一", "二.十", "二.九", "三", "二", "二.十.（十）", "二.十.（二）"];
  expect(ids.toSorted((a, b) => (sectionOrder(a) ?? 0) - (sectionOrder(b) ?? 0))).toEqual([
    "二",
    "二.九",
    "二.十",
    "二.十.（二）",
    "二.十.（十）",
    "二.十一",
    "三",
  ]);
  for (const id of ["", "二.", "二.十十", "二.（一）", "甲", "二.五.一"]) {
    expect(sectionOrder(id)).toBeNull();
  }
  expect(sectionIdOf("二.五.(三)　各项.TXT")).toBe("二.五.（三）");
});

describe("随附的模板", () => {
  test.each(shippedProfiles.names)("%s 没有写错的地方", (name) => {
    expect(shippedProfiles.find(name)?.sections.length).toBeGreaterThan(0);
  });

  test.each(shippedProfiles.names)("抄一份 %s，与原来的一样", (name) => {
    const copy = copyOfShipped(name, "本县 # 1");
    expect(copy).not.toBeNull();
    if (copy === null) return;
    const { profile, mistakes } = readOwnProfile(copy);
    expect(mistakes).toEqual([]);
    expect(profile).toEqual({ ...shippedProfiles.find(name), name: "本县 # 1" });
  });

  test("没有的，抄不了", () => {
    expect(copyOfShipped("不存在", "本县")).toBeNull();
  });
});
