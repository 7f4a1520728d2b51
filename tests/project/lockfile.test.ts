import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync("package-lock.json", "utf8"),
);

// 有的镜像只收本机平台的包，在那里更新依赖会把其他平台的条目漏掉，别的机器上 npm ci 就装不了。
it("锁文件里每个平台的可选依赖都有条目", () => {
  const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter(
      (name) =>
        lock.packages[`${place}/node_modules/${name}`] === undefined &&
        lock.packages[`node_modules/${name}`] === undefined,
    ),
  );
  expect(missing).toEqual([]);
});

it("没有装 npm 上那个与微软无关的 office-js", () => {
  expect(Object.keys(lock.packages)).not.toContain("node_modules/office-js");
});

it("直接依赖都固定到一个版本", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const versions = Object.values<string>({ ...manifest.dependencies, ...manifest.devDependencies });
  for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+/);
});
