import { describe, expect, it } from "vitest";
import { styleTemplate } from "../../../src/narrative/inputs/style-template.ts";
import { copyOfShipped } from "../../../src/narrative/templates/copy-profile.ts";
import { sectionIdOf } from "../../../src/narrative/templates/section-ids.ts";
import {
  readOwnProfile,
  shippedProfiles,
} from "../../../src/narrative/templates/shipped-profiles.ts";

describe.each(shippedProfiles.names)("抄一份随附的模板：%s", (original) => {
  const copy = copyOfShipped(original, "本地的");
  if (copy === null) throw new Error("没有抄成");
  const [style, ...sections] = copy.files;

  it("写法文件在最前，写明名称、以原来那一套为底本，各个开关都是注释", () => {
    expect(copy.name).toBe("本地的");
    expect(style).toEqual({
      name: "写法.yaml",
      text: [
        `# 从“${original}”复制。底本：这个文件夹里没有的节、没有写的写法，都用那一套的。`,
        '名称: "本地的"',
        `底本: ${original}`,
        styleTemplate(),
        "",
      ].join("\n"),
    });
  });

  it("各节都在，含取自底本的，先后同原来那一套，没有多的", () => {
    const ids = sections.map(({ name }) => sectionIdOf(name));
    const written = shippedProfiles.find(original)?.sections.map(({ id }) => id) ?? [];
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.filter((id) => written.includes(id))).toEqual(written);
    expect(sections.map(({ name }) => name)).not.toContain("写法.yaml");
  });

  it("不改就与原来那一套一样：节、级别、写法", () => {
    const { profile, mistakes } = readOwnProfile(copy);
    const shipped = shippedProfiles.find(original);
    expect(mistakes).toEqual([]);
    expect(profile.name).toBe("本地的");
    expect([profile.level, profile.style]).toEqual([shipped?.level, shipped?.style]);
    expect(profile.sections.map(({ id }) => id)).toEqual(shipped?.sections.map(({ id }) => id));
  });
});

it("没有这一套的抄不成", () => {
  expect(copyOfShipped("没有这一套", "本地的")).toBeNull();
});
