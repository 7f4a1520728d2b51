// 数据单向流动（见 docs/architecture.md）：下游可以引用上游，上游不得引用下游。
const rooms = [
  ["money", []],
  ["findings", []],
  ["subjects", []],
  ["workbook", []],
  ["tables", ["money", "findings", "subjects", "workbook"]],
  ["checks", ["money", "findings", "subjects", "tables"]],
  ["narrative", ["money", "findings", "subjects", "tables"]],
  ["audit", ["money", "findings", "subjects", "tables", "narrative"]],
  [
    "publish",
    ["money", "findings", "subjects", "workbook", "tables", "checks", "narrative", "audit"],
  ],
  [
    "cli",
    [
      "money",
      "findings",
      "subjects",
      "workbook",
      "tables",
      "checks",
      "narrative",
      "audit",
      "publish",
    ],
  ],
];

const walls = rooms.map(([room, upstream]) => ({
  name: `${room}-只引用上游`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: "^src/", pathNot: `^src/(${[room, ...upstream].join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...walls,
    {
      name: "不得循环引用",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "只有命令行可以用-Node",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "只有-workbook-和-publish-懂文件格式",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(workbook|publish)/" },
      to: { path: "node_modules/(@e965/xlsx|hucre|docx|fflate|saxes|pdfjs-dist)/" },
    },
    {
      name: "src-不得引用-addin",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^addin/" },
    },
    {
      name: "只有-addin/host/office-懂-Office",
      severity: "error",
      from: { path: "^addin/", pathNot: "^addin/host/office/" },
      to: { path: "node_modules/(@microsoft|@types)/office-js" },
    },
    {
      name: "产品代码不得引用测试或开发依赖",
      severity: "error",
      from: { path: "^(src|addin)/" },
      to: { dependencyTypes: ["npm-dev"], pathNot: "node_modules/@types/" },
    },
    {
      name: "引用必须找得到",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // swc 解析器在这里不认 TSX；.tsx 的墙由 biome.json 的 noRestrictedImports 守。
    exclude: { path: "\\.tsx$" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    parser: "swc",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".js"],
    },
  },
};
