import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { all, attribute, type Element, only, readManifest } from "./read-manifest.ts";

const manifest = readManifest();
const overrides = only(manifest, "VersionOverrides");
const resources = only(overrides, "Resources");

const ASSETS = new URL("../../addin/assets/", import.meta.url);
const BASE = "https://localhost:3000/";

/** PNG 文件头里的宽和高。 */
function pngSize(path: URL): { width: number; height: number } {
  const bytes = readFileSync(path);
  expect(bytes.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
  expect(bytes.subarray(12, 16).toString("latin1")).toBe("IHDR");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** 图标地址对应的仓库里的文件（构建时 addin/assets 复制成 icons/）。 */
function iconFile(url: string): URL {
  expect(url.startsWith(`${BASE}icons/`)).toBe(true);
  return new URL(url.slice(`${BASE}icons/`.length), ASSETS);
}

function resourcesOf(group: string, item: string): ReadonlyMap<string, Element> {
  const elements = only(resources, group).children.filter(({ name }) => name === item);
  return new Map(elements.map((element) => [attribute(element, "id"), element]));
}

const images = resourcesOf("Images", "Image");
const urls = resourcesOf("Urls", "Url");
const shortStrings = resourcesOf("ShortStrings", "String");
const longStrings = resourcesOf("LongStrings", "String");

/** 一个文字资源的各语言的值。 */
const wordings = (element: Element) => [
  attribute(element, "DefaultValue"),
  ...element.children.map((child) => attribute(child, child.name === "Override" ? "Value" : "")),
];

describe("清单的主体", () => {
  test("编号是 GUID，版本是四段数字，种类、权限、宿主、接口版本是最小的一套", () => {
    expect(only(manifest, "Id").text).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(only(manifest, "Version").text).toMatch(/^\d{1,5}(\.\d{1,5}){3}$/);
    expect(attribute(manifest, "type")).toBe("TaskPaneApp");
    expect(only(manifest, "Permissions").text).toBe("ReadWriteDocument");
    expect(only(manifest, "Hosts").children.map((host) => attribute(host, "Name"))).toEqual([
      "Workbook",
    ]);
    const sets = all(manifest, "Set").map(({ attributes }) => [
      attributes.Name,
      attributes.MinVersion,
    ]);
    expect(sets).toEqual([
      ["ExcelApi", "1.7"],
      ["ExcelApi", "1.7"],
    ]);
  });

  test("元素的次序符合清单的模式", () => {
    expect(manifest.children.map(({ name }) => name)).toEqual([
      "Id",
      "Version",
      "ProviderName",
      "DefaultLocale",
      "DisplayName",
      "Description",
      "IconUrl",
      "HighResolutionIconUrl",
      "SupportUrl",
      "Hosts",
      "Requirements",
      "DefaultSettings",
      "Permissions",
      "VersionOverrides",
    ]);
  });

  test("每个地址都是 https，且都在同一处，换地址时一个不漏", () => {
    const addresses = [
      ...["IconUrl", "HighResolutionIconUrl", "SupportUrl"].map((name) => only(manifest, name)),
      ...all(manifest, "SourceLocation").filter(({ attributes }) => "DefaultValue" in attributes),
      ...images.values(),
      ...urls.values(),
    ].map((element) => attribute(element, "DefaultValue"));
    expect(addresses).toHaveLength(3 + 1 + 12 + 4);
    for (const address of addresses) expect(address.startsWith(BASE)).toBe(true);
    const text = readFileSync(new URL("../../manifest.xml", import.meta.url), "utf8");
    const outside = (text.match(/https?:\/\/[^"\s<]+/g) ?? []).filter(
      (url) => !url.startsWith(BASE) && !/schemas\.microsoft\.com|www\.w3\.org/.test(url),
    );
    expect(outside.filter((url) => !url.startsWith("https://内网地址"))).toEqual([]);
  });

  test("插件图标 32、64 像素", () => {
    const size = (name: string) =>
      pngSize(iconFile(attribute(only(manifest, name), "DefaultValue")));
    expect(size("IconUrl")).toEqual({ width: 32, height: 32 });
    expect(size("HighResolutionIconUrl")).toEqual({ width: 64, height: 64 });
  });
});

describe("功能区", () => {
  const group = all(overrides, "Group");
  const controls = all(overrides, "Control");

  test("“开始”选项卡里一组“决算”，三个按钮", () => {
    expect(all(overrides, "OfficeTab").map((tab) => attribute(tab, "id"))).toEqual(["TabHome"]);
    expect(group).toHaveLength(1);
    const label = (element: Element) => {
      const text = shortStrings.get(attribute(only(element, "Label"), "resid"));
      return text && attribute(text, "DefaultValue");
    };
    expect(group.map(label)).toEqual(["决算"]);
    expect(controls.map(label)).toEqual(["核对", "起草说明", "审稿"]);
  });

  test("三个按钮开同一个窗格，各到各的面板", () => {
    const actions = all(overrides, "Action");
    expect(actions.map((action) => attribute(action, "type"))).toEqual(
      Array(3).fill("ShowTaskpane"),
    );
    expect(new Set(actions.map((action) => only(action, "TaskpaneId").text)).size).toBe(1);
    const panels = actions.map((action) => {
      const url = urls.get(attribute(only(action, "SourceLocation"), "resid"));
      return url && new URL(attribute(url, "DefaultValue")).searchParams.get("panel");
    });
    expect(panels).toEqual(["check", "draft", "audit"]);
  });

  test("各处的编号不重复，不超过 125 个字符", () => {
    const ids = [...group, ...controls].map((element) => attribute(element, "id"));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(125);
  });

  test("图标声明的大小就是文件的大小，每处都有 16、32、80", () => {
    for (const icon of all(overrides, "Icon")) {
      const sizes = icon.children.map((image) => Number(attribute(image, "size")));
      expect(sizes).toEqual([16, 32, 80]);
      for (const image of icon.children) {
        const resource = images.get(attribute(image, "resid"));
        if (resource === undefined) throw new Error(attribute(image, "resid"));
        const size = Number(attribute(image, "size"));
        expect(pngSize(iconFile(attribute(resource, "DefaultValue")))).toEqual({
          width: size,
          height: size,
        });
      }
    }
  });
});

describe("资源", () => {
  const places: readonly [string, ReadonlyMap<string, Element>][] = [
    ["Image", images],
    ["SourceLocation", urls],
    ["LearnMoreUrl", urls],
    ["Label", shortStrings],
    ["Title", shortStrings],
    ["Description", longStrings],
  ];

  test("用到的都有，有的都用到，编号不超过 32 个字符", () => {
    const used = new Set<string>();
    for (const [name, defined] of places) {
      for (const { attributes } of all(overrides, name)) {
        if (attributes.resid === undefined) continue;
        expect(defined.has(attributes.resid), `${name} ${attributes.resid}`).toBe(true);
        used.add(attributes.resid);
      }
    }
    const defined = [images, urls, shortStrings, longStrings].flatMap((map) => [...map.keys()]);
    expect(new Set(defined).size).toBe(defined.length);
    expect([...used].sort()).toEqual(defined.sort());
    for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
  });

  test("短文字不超过 125 字，长文字不超过 250 字，都有英文", () => {
    for (const [limit, strings] of [
      [125, [...shortStrings.values(), only(manifest, "DisplayName")]],
      [250, [...longStrings.values(), only(manifest, "Description")]],
    ] as const) {
      for (const element of strings) {
        for (const text of wordings(element)) {
          expect(text.length).toBeGreaterThan(0);
          expect(text.length, text).toBeLessThanOrEqual(limit);
        }
        expect(element.children.map(({ attributes }) => attributes.Locale)).toEqual(["en-US"]);
      }
    }
  });
});
