// 构建任务窗格与工作台（dist-addin/）。一次 import 产生两份配置：
//   site    给网页服务器：taskpane.html、workbench.html，按需加载，文件名带内容摘要；
//   single  给双击打开的单文件工作台：全部代码收成一段，由 scripts/build-addin.mjs 嵌进一个 HTML。
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import { CONTENT_SECURITY_POLICY } from "./scripts/content-security-policy.mjs";
import { OFFICE_FILES } from "./scripts/office-files.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const addin = (path) => join(root, "addin", path);

/** 单文件工作台的中间产物放在这里，不交付。 */
export const SINGLE_OUTPUT = join(root, ".cache", "workbench-single");
export const SITE_OUTPUT = join(root, "dist-addin");

const EXAMPLES = join(root, "examples");

function common(name) {
  return {
    name,
    mode: "production",
    context: root,
    target: ["web", "es2020"],
    // 严格的安全策略不许 eval，连带 eval 的 source map 也不行。
    devtool: false,
    cache: {
      type: "filesystem",
      cacheDirectory: join(root, ".cache", "webpack"),
      buildDependencies: { config: [fileURLToPath(import.meta.url)] },
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    performance: { hints: false },
    stats: "errors-warnings",
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "swc-loader",
          options: {
            jsc: {
              target: "es2020",
              parser: { syntax: "typescript", tsx: true },
              transform: { react: { runtime: "automatic" } },
            },
          },
        },
      ],
    },
  };
}

function page({ template, filename, chunk, office, chunksSortMode = "auto" }) {
  return new HtmlPlugin({
    template: addin(template),
    filename,
    chunks: [chunk],
    chunksSortMode,
    // 老的浏览器不认 type="module"，不会去解析它们看不懂的语法。
    scriptLoading: "module",
    templateParameters: { policy: CONTENT_SECURITY_POLICY, office },
    minify: false,
  });
}

const site = {
  ...common("site"),
  entry: {
    taskpane: addin("taskpane/index.tsx"),
    workbench: addin("workbench/index.tsx"),
  },
  output: {
    path: SITE_OUTPUT,
    filename: "assets/[name].[contenthash:12].js",
    chunkFilename: "assets/[name].[contenthash:12].js",
    assetModuleFilename: "assets/[contenthash:12][ext]",
    publicPath: "auto",
    clean: true,
    environment: { globalThis: true },
  },
  optimization: {
    splitChunks: { chunks: "all" },
    chunkIds: "deterministic",
    moduleIds: "deterministic",
  },
  plugins: [
    page({
      template: "taskpane/taskpane.html",
      filename: "taskpane.html",
      chunk: "taskpane",
      office: true,
    }),
    page({
      template: "workbench/workbench.html",
      filename: "workbench.html",
      chunk: "workbench",
      office: false,
    }),
    new CopyPlugin({
      patterns: [
        ...OFFICE_FILES.map(({ from, to }) => ({ from, to, info: { minimized: true } })),
        { from: addin("old-browser/old-browser.html"), to: "old-browser.html" },
        {
          from: addin("old-browser/check.js"),
          to: "old-browser-check.js",
          info: { minimized: true },
        },
        { from: addin("assets/*.png"), to: "icons/[name][ext]" },
      ],
    }),
  ],
};
site.module.rules.push({ test: /\.xlsx$/, include: EXAMPLES, type: "asset/resource" });

const single = {
  ...common("single"),
  entry: { workbench: addin("workbench/index.tsx") },
  output: {
    path: SINGLE_OUTPUT,
    filename: "[name].js",
    chunkFilename: "[name].js",
    publicPath: "",
    clean: true,
    environment: { globalThis: true },
  },
  optimization: { splitChunks: false },
};
single.module.rules.push(
  { test: /\.xlsx$/, include: EXAMPLES, type: "asset/inline" },
  // 没有服务器就不能再取第二个文件：import() 的模块一并收进来，用到时才执行。
  { test: /\.[jt]sx?$/, parser: { dynamicImportMode: "eager" } },
);

export default [site, single];
