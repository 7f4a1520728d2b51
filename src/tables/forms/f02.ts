import type { ColumnDefinition, FormDefinition } from "../form.ts";

const count = (key: string, ...variants: string[]): ColumnDefinition => ({
  key,
  variants,
  measure: "count",
  optional: true,
});

export const form: FormDefinition = {
  id: "财决附02",
  family: "财决",
  title: "基本数字表",
  cornerCodes: ["财决附02表"],
  sheetCodes: ["F02"],
  basis: "凭记忆，把握低，按表头认栏",
  layout: {
    kind: "floating",
    keyedBy: "function",
    columns: [
      count("编制人数.合计"),
      count("编制人数.行政编制"),
      count("编制人数.事业编制"),
      count("年末实有人数.总计", "年末实有人数.合计"),
      count("年末实有人数.在职人员.小计", "年末实有人数.在职人员.合计"),
      count("年末实有人数.在职人员.行政人员"),
      count(
        "年末实有人数.在职人员.参照公务员法管理人员",
        "年末实有人数.在职人员.参照公务员法管理事业单位人员",
      ),
      count("年末实有人数.在职人员.非参公事业人员", "年末实有人数.在职人员.事业人员"),
      count("年末实有人数.离休人员"),
      count("年末实有人数.退休人员"),
      count("年末其他人员数"),
      count("年末学生人数"),
      count("遗属人员", "年末遗属人员"),
      count("机构情况.独立编制机构数"),
      count("机构情况.独立核算机构数"),
    ],
  },
};
