/**
 * 抽样：`MUTATION_SAMPLE=4` 时只改大约四分之一的函数，按文件名和函数名定，每次抽到的相同。
 * 全部变异要跑几个小时；抽样的分数是估计，全跑的才算数。
 */
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

const share = Number(process.env.MUTATION_SAMPLE ?? "1");

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "sample", {
    shouldIgnore(path) {
      if (share <= 1 || !isTopLevel(path)) return undefined;
      const key = `${path.hub?.file?.opts?.filename ?? ""}:${nameOf(path.node)}`;
      return hash(key) % share === 0 ? undefined : "没有抽到";
    },
  }),
];

function isTopLevel(path) {
  return path.parentPath?.isProgram() === true || path.parentPath?.isExportNamedDeclaration();
}

function nameOf(node) {
  const inner = node.declaration ?? node;
  return inner.id?.name ?? inner.declarations?.[0]?.id?.name ?? `${inner.type}${inner.start}`;
}

function hash(text) {
  let value = 0;
  for (let index = 0; index < text.length; index += 1) {
    value = (Math.imul(value, 31) + text.charCodeAt(index)) | 0;
  }
  return (value ^ (value >>> 15)) >>> 0;
}
