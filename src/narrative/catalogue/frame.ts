import { forms } from "../../tables/generated/forms.ts";
import { item, listEntry, testEntry, text } from "./build.ts";
import type { CatalogueEntry, ItemScope } from "./entry.ts";
import { typedTextEntry, untypedEntry } from "./typed.ts";

/** 第一部分要人写的各段：在填报文件“概况”下的键、问什么。 */
const PROFILE: readonly (readonly [key: string, what: string, asks: string])[] = [
  ["职责", "主要职责", "按机构改革后“三定”规定写的主要职责，一条一行。"],
  ["年度重点工作", "年度重点工作完成情况", "本年度重点工作、主要事业成效，一件一行。"],
  [
    "机构设置",
    "机构设置",
    "内设机构；部门决算还要写纳入汇编范围的单位情况，下属单位的名称填在“下属单位”。",
  ],
  ["人员情况", "人员情况", "编制数，年末在职、离退休人数（与附02 核对）。"],
];

/** 整本决算公开的封面、第一部分、第四部分、第五部分。 */
export const entries: readonly CatalogueEntry[] = [
  testEntry(
    {
      name: "整本",
      meaning: "要写出封面、目录和全部五个部分：填报“整本: 是”，或命令行加了 --whole。",
    },
    ({ inputs }) => inputs.whole,
  ),
  typedTextEntry(["公开时间"], "公开时间", "封面上印的公开时间，如 2024年9月20日。"),
  ...PROFILE.flatMap(([key, what, asks]) => [
    listEntry(
      { name: `概况.${key}`, meaning: `${what}，填报在“概况 › ${key}”，一行一段。` },
      [{ name: "内容", kind: "文字", meaning: "这一段写的话。" }],
      (context) => lines(context.inputs.texts.get(`概况.${key}`)),
    ),
    untypedEntry(["概况", key], what, asks, ({ inputs }) => inputs.texts.has(`概况.${key}`)),
  ]),
  listEntry(
    { name: "概况.下属单位", meaning: "下属二级预算单位，填报在“概况 › 下属单位”。" },
    [{ name: "名称", kind: "文字", meaning: "单位名称。" }],
    ({ inputs }) => inputs.subordinates.map((name) => item({ 名称: text(name) })),
  ),
  listEntry(
    { name: "附件", meaning: "第四部分的附件，填报在“附件”：文件名，去掉文件夹和扩展名就是标题。" },
    [{ name: "标题", kind: "文字", meaning: "附件的标题。" }],
    ({ inputs }) => (inputs.attachments ?? []).map((file) => item({ 标题: text(titleOf(file)) })),
  ),
  untypedEntry(
    ["附件"],
    "附件",
    "附件的文件名，一个一条，如 2023年部门整体支出绩效评价报告.docx；没有附件的填 []。",
    ({ inputs }) => inputs.attachments !== null,
  ),
  listEntry(
    { name: "公开表", meaning: "第五部分的各张公开表，按编号排列。" },
    [
      { name: "编号", kind: "文字", meaning: "表样编号，如“公开01”；用作段落编号。" },
      { name: "序数", kind: "文字", meaning: "汉字序数，如“一”“十三”。" },
      { name: "名称", kind: "文字", meaning: "表的标题。" },
    ],
    () => publicTables,
  ),
];

const publicTables: readonly ItemScope[] = forms
  .filter(({ family }) => family === "公开")
  .map(({ id, title }) => ({ id, title }))
  .sort((a, b) => (a.id < b.id ? -1 : 1))
  .map(({ id, title }, index) =>
    item({ 编号: text(id), 序数: text(ordinal(index + 1)), 名称: text(title) }),
  );

/** 一至十九。 */
function ordinal(number: number): string {
  const digits = ["", ..."一二三四五六七八九"];
  return `${number >= 10 ? "十" : ""}${digits[number % 10] ?? ""}`;
}

function lines(typed: string | undefined): ItemScope[] {
  return (typed ?? "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => item({ 内容: text(line) }));
}

function titleOf(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return name.replace(/\.(?:docx?|pdf|xlsx?|wps|et|ofd|txt)$/i, "");
}
