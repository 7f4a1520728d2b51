import type { FormDefinition, RowDefinition } from "../form.ts";

const count = (row: Omit<RowDefinition, "measure">): RowDefinition => ({
  ...row,
  measure: "count",
});

const STATISTICS = "统计.相关统计数";

export const form: FormDefinition = {
  id: "财决附03",
  family: "财决",
  title: "机构运行信息表",
  titleVariants: ["部门决算相关信息统计表"],
  cornerCodes: ["财决附03表"],
  sheetCodes: ["F03"],
  basis: "左块 21 行与车辆分类、设备行名见于实表和公开文本；右块行次为推定，按行名认",
  layout: {
    kind: "fixed",
    blocks: [
      {
        name: "三公经费",
        labelHeaders: ["项目"],
        columns: [
          { key: "年初预算数", variants: ["预算数"] },
          { key: "全年预算数", optional: true },
          { key: "决算数", variants: ["决算数/统计数", "统计数"] },
        ],
        rows: [
          {
            key: "三公.标题",
            label: "“三公”经费支出",
            variants: ["三公经费支出"],
            measure: "text",
          },
          { key: "三公.支出合计", label: "支出合计" },
          {
            key: "三公.因公出国（境）费",
            label: "因公出国（境）费",
            variants: ["因公出国（境）费用"],
          },
          {
            key: "三公.公务用车购置及运行维护费",
            label: "公务用车购置及运行维护费",
            variants: ["公务用车购置及运行费"],
          },
          { key: "三公.公务用车购置费", label: "公务用车购置费" },
          {
            key: "三公.公务用车运行维护费",
            label: "公务用车运行维护费",
            variants: ["公务用车运行费"],
          },
          { key: "三公.公务接待费", label: "公务接待费" },
          { key: "三公.国内接待费", label: "国内接待费" },
          { key: "三公.外事接待费", label: "外事接待费", variants: ["其中：外事接待费"] },
          { key: "三公.国（境）外接待费", label: "国（境）外接待费" },
          { key: STATISTICS, label: "相关统计数", measure: "text" },
          count({ key: "统计.因公出国（境）团组数", label: "因公出国（境）团组数（个）" }),
          count({ key: "统计.因公出国（境）人次数", label: "因公出国（境）人次数（人）" }),
          count({ key: "统计.公务用车购置数", label: "公务用车购置数（辆）" }),
          count({ key: "统计.公务用车保有量", label: "公务用车保有量（辆）" }),
          count({ key: "统计.国内公务接待批次", label: "国内公务接待批次（个）" }),
          count({
            key: "统计.外事接待批次",
            label: "外事接待批次（个）",
            variants: ["其中：外事接待批次（个）"],
          }),
          count({ key: "统计.国内公务接待人次", label: "国内公务接待人次（人）" }),
          count({
            key: "统计.外事接待人次",
            label: "外事接待人次（人）",
            variants: ["其中：外事接待人次（人）"],
          }),
          count({ key: "统计.国（境）外公务接待批次", label: "国（境）外公务接待批次（个）" }),
          count({ key: "统计.国（境）外公务接待人次", label: "国（境）外公务接待人次（人）" }),
        ],
      },
      {
        name: "机关运行经费、国有资产、政府采购",
        labelHeaders: ["项目"],
        columns: [{ key: "统计数" }],
        rows: [
          { key: "机关运行经费.合计", label: "机关运行经费" },
          { key: "机关运行经费.行政单位", label: "行政单位" },
          {
            key: "机关运行经费.参照公务员法管理事业单位",
            label: "参照公务员法管理事业单位",
          },
          {
            key: "资产.标题",
            label: "国有资产占用情况",
            variants: ["资产信息", "国有资产占有使用情况"],
            measure: "text",
          },
          count({ key: "资产.车辆数合计", label: "车辆数合计（辆）" }),
          count({
            key: "车辆.副部（省）级及以上领导用车",
            label: "副部（省）级及以上领导用车",
            variants: ["部级领导干部用车"],
            optional: true,
          }),
          count({
            key: "车辆.主要负责人用车",
            label: "主要负责人用车",
            variants: ["主要领导干部用车"],
            optional: true,
          }),
          count({ key: "车辆.机要通信用车", label: "机要通信用车", optional: true }),
          count({ key: "车辆.应急保障用车", label: "应急保障用车", optional: true }),
          count({
            key: "车辆.执法执勤用车",
            label: "执法执勤用车",
            variants: ["一般执法执勤用车"],
            optional: true,
          }),
          count({ key: "车辆.特种专业技术用车", label: "特种专业技术用车", optional: true }),
          count({
            key: "车辆.离退休干部服务用车",
            label: "离退休干部服务用车",
            variants: ["离退休干部用车"],
            optional: true,
          }),
          count({ key: "车辆.一般公务用车", label: "一般公务用车", optional: true }),
          count({ key: "车辆.其他用车", label: "其他用车", optional: true }),
          count({
            key: "资产.单价50万元以上通用设备",
            label: "单价50万元以上通用设备（台，套）",
            variants: ["单价50万元（含）以上通用设备（台，套）"],
            optional: true,
          }),
          count({
            key: "资产.单价100万元以上专用设备",
            label: "单价100万元以上专用设备（台，套）",
            variants: ["单价100万元（含）以上专用设备（台，套）"],
            optional: true,
          }),
          count({
            key: "资产.单价100万元以上设备",
            label: "单价100万元（含）以上设备（不含车辆）（台，套）",
            variants: ["单价100万元以上设备（不含车辆）（台，套）"],
            optional: true,
          }),
          { key: "采购.标题", label: "政府采购支出信息", measure: "text", optional: true },
          {
            key: "采购.合计",
            label: "政府采购支出合计",
            variants: ["政府采购支出总额"],
            optional: true,
          },
          {
            key: "采购.货物",
            label: "政府采购货物支出",
            variants: ["货物"],
            after: "采购.合计",
            optional: true,
          },
          {
            key: "采购.工程",
            label: "政府采购工程支出",
            variants: ["工程"],
            after: "采购.合计",
            optional: true,
          },
          {
            key: "采购.服务",
            label: "政府采购服务支出",
            variants: ["服务"],
            after: "采购.合计",
            optional: true,
          },
          {
            key: "采购.授予中小企业",
            label: "政府采购授予中小企业合同金额",
            variants: ["授予中小企业合同金额"],
            optional: true,
          },
          {
            key: "采购.授予小微企业",
            label: "授予小微企业合同金额",
            variants: ["其中：授予小微企业合同金额"],
            optional: true,
          },
        ],
      },
    ],
  },
};
