import { gap } from "../wording/run.ts";
import { bareYear, lastYear, thisYear, yearBefore } from "../wording/years.ts";
import { textEntry } from "./build.ts";
import type { CatalogueEntry } from "./entry.ts";

/** 年度、单位：取自封面和各表表头，表上没有的取填报文件里的。 */
export const entries: readonly CatalogueEntry[] = [
  textEntry(
    {
      name: "年度",
      meaning:
        "报告年度，如“2023年度”；“年度”还是“年”随写法“年度用词”。取自表头，表上没有时取填报。",
    },
    thisYear,
  ),
  textEntry(
    { name: "上年度", meaning: "报告年度的上一年，如“2022年度”；用词同“年度”。" },
    lastYear,
  ),
  textEntry(
    {
      name: "上年（不写年份）",
      meaning: "“上年度”或“上年”几个字，用于“较上年度增加”；随写法“年度用词”。",
    },
    yearBefore,
  ),
  textEntry(
    { name: "报告年度", meaning: "报告年度，总写“2023年度”，不随写法。用于标题。" },
    (context) => thisYear({ ...context, style: { ...context.style, yearWord: "年度" } }),
  ),
  textEntry(
    { name: "年份", meaning: "报告年度的数字，如“2023”，用于“截至2023年12月31日”。" },
    (context) => bareYear(context, 0),
  ),
  textEntry(
    { name: "级别", meaning: "“部门”或“单位”，取自指定、填报或封面；“本部门”写作“本{级别}”。" },
    ({ level }) => level,
  ),
  textEntry(
    { name: "单位名称", meaning: "编制单位的名称，取自封面或表头；表上没有的待补充。" },
    ({ unit }) =>
      unit === "" ? gap("单位名称", "决算报表的封面、表头上都没有单位名称，请在表里补上。") : unit,
  ),
];
