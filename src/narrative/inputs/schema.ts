import * as v from "valibot";
import { parseAmountText } from "../../money/parse.ts";
import { keptEntries } from "./kept-schema.ts";

/**
 * 填报文件（YAML）的形状，键都是中文。没有填的键可以留空或不写。金额一律以元计，和决算报表一样。
 * 这里只管形状；与表是否对得上由 doubts/ 去看。
 */

const PERCENT = "应为百分数，如 10 表示 10%，不超过两位小数";
const WHOLE = "应为整数，如 12，不带单位、逗号和引号";
const SHAPE = "应为若干“键: 值”";

const text = v.pipe(
  v.union([v.string(), v.number()], "应为文字"),
  v.transform((value) => String(value).trim()),
);

/** 没有填：不写、留空、空串。 */
const emptyAsNull = <const T extends v.GenericSchema>(schema: T) =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.transform((value) => (typeof value === "string" && value.trim() === "" ? null : value)),
      v.nullable(schema),
    ),
    null,
  );

const textField = emptyAsNull(text);

const count = v.pipe(v.number(WHOLE), v.integer(WHOLE), v.minValue(0, "不能是负数"));
const countField = emptyAsNull(count);

const YEAR = "应为四位数的年份，如 2023";
const yearField = emptyAsNull(
  v.pipe(
    v.number(YEAR),
    v.check((value) => /^20\d\d$/.test(String(value)), YEAR),
  ),
);

/** 以元计的金额，读成分。 */
const yuan = v.pipe(
  v.union([v.number(), v.string()], "应为以元计的金额，如 281714.64"),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const reading = parseAmountText(String(dataset.value), "元");
    if (reading.kind === "amount" && !reading.tooPrecise) return reading.value;
    addIssue({ message: "应为以元计、不超过两位小数的金额，如 281714.64" });
    return NEVER;
  }),
);
const yuanField = emptyAsNull(yuan);
/** 预算数：不为负。 */
const budgetField = emptyAsNull(
  v.pipe(
    yuan,
    v.check((cents) => cents >= 0, "不能是负数"),
  ),
);

/** 百分数，如 10 为 10%，不超过两位小数。 */
const percentField = emptyAsNull(
  v.pipe(
    v.number(PERCENT),
    v.minValue(0, "不能是负数"),
    v.check((value) => Number.isInteger(Math.round(value * 1e6) / 1e4), PERCENT),
  ),
);

const yesNo = v.pipe(
  v.union([v.boolean(), v.picklist(["是", "否"])], "应为“是”或“否”"),
  v.transform((value) => value === true || value === "是"),
);
const yesNoField = emptyAsNull(yesNo);

/** 若干“键: 值”，不是列表；留空等于没有键。 */
const mapping = v.pipe(
  v.unknown(),
  v.transform((value) => value ?? {}),
  v.check((value) => !Array.isArray(value), SHAPE),
);

/** 一个对象；不写等于空对象，多出来的键是错误。 */
const group = <const T extends v.ObjectEntries>(entries: T) =>
  v.optional(v.pipe(mapping, v.strictObject(entries, SHAPE)), {});

/** 以编码、名称为键的一组。 */
const byName = <const T extends v.GenericSchema>(schema: T) =>
  v.optional(v.pipe(mapping, v.record(v.string(), schema, SHAPE)), {});

const choice = <const T extends readonly string[]>(options: T) =>
  emptyAsNull(v.picklist(options, `应为${options.map((each) => `“${each}”`).join("、")}之一`));

/** 原因：直接写一句话，或写内容和状态。 */
const reason = emptyAsNull(
  v.union(
    [text, group({ 内容: textField, 状态: choice(["待补充", "据表推断", "已确认"]) })],
    "应为一句话，或“内容”和“状态”",
  ),
);

/** 一段话，或逐件写内容和金额。 */
const textOrItems = emptyAsNull(
  v.union(
    [text, v.array(group({ 内容: text, 金额: yuanField }))],
    "应为一段话，或逐件写“内容”和“金额”（元）",
  ),
);

/** 若干名称；只有一个的可以直接写。 */
const names = emptyAsNull(
  v.union(
    [
      v.array(text),
      v.pipe(
        text,
        v.transform((name) => [name]),
      ),
    ],
    "应为一个名称，或名称的列表",
  ),
);

const stage = group({ 项目数: countField, 项目: emptyAsNull(v.array(text, "应为项目名称的列表")) });
const review = {
  得分: textField,
  全年预算数: yuanField,
  执行数: yuanField,
  综述: textField,
};

/** `原因` 下的键；多一个章节就在这里加一个。 */
export const REASON_KEYS = [
  "收支总计增减",
  "财政拨款收支总计增减",
  "一般公共预算财政拨款支出增减",
  "一般公共预算财政拨款支出完成年初预算",
  "各项与预算持平",
  "三公经费完成预算",
  "三公经费完成年初预算",
  "三公经费增减",
  "因公出国（境）费增减",
  "公务用车购置及运行维护费增减",
  "公务接待费增减",
  "机关运行经费增减",
] as const;

export const inputsSchema = v.strictObject(
  {
    级别: choice(["部门", "单位"]),
    年度: yearField,
    上年单位名称: textField,
    单位性质: choice(["行政单位", "参公单位", "其他事业单位"]),
    写法: group({
      收支总计: choice(["合写", "分写"]),
      增减用词: choice(["增长下降", "增加减少"]),
      写出上年数: yesNoField,
      年度用词: choice(["年度", "年"]),
      为零的行: choice(["不列", "列出"]),
      金额末尾的零: choice(["去掉", "保留"]),
      千分位: yesNoField,
      百分比小数位数: emptyAsNull(v.picklist([1, 2], "应为 1 或 2")),
      百分比末尾的零: choice(["去掉", "保留"]),
      零和整百: choice(["不带小数", "带小数"]),
      写出预算数: yesNoField,
      等于预算数时: choice(["不写", "写明", "写明原因"]),
      经济科目: choice(["只列名称", "列名称和金额"]),
      车辆用途: choice(["只列有车的", "全部列出"]),
      没有外事接待时: choice(["写明", "不写"]),
      原因门槛增减率: percentField,
      原因门槛增减额: yuanField,
      原因门槛关系: choice(["任一达到", "同时达到"]),
      推断说明比例: percentField,
      尾差说明: choice(["不写", "写明"]),
    }),
    各项全年预算数等于决算数: yesNoField,
    项级全年预算数: byName(budgetField),
    项级年初预算数: byName(budgetField),
    一般公共预算支出用途: byName(textField),
    原因: group({
      ...(Object.fromEntries(REASON_KEYS.map((key) => [key, reason])) as Record<
        (typeof REASON_KEYS)[number],
        typeof reason
      >),
      各项完成预算: byName(reason),
      各项完成年初预算: byName(reason),
    }),
    原因库: byName(emptyAsNull(v.array(text, "应为句子的列表"))),
    "因公出国（境）费": group({ 团组数: countField, 人次数: countField, 开支内容: textField }),
    公务用车: group({
      购置数: countField,
      购置车型: byName(emptyAsNull(group({ 数量: countField, 金额: yuanField }))),
      购置用途: textField,
      保有量: countField,
      保有车型: byName(countField),
      运行维护用途: textField,
    }),
    公务接待: group({
      国内接待批次: countField,
      国内接待人次: countField,
      国内接待用途: textField,
      国内接待内容: textOrItems,
      外事接待批次: countField,
      外事接待人次: countField,
      外事接待用途: textField,
    }),
    政府性基金预算支出用途: byName(textField),
    国有资本经营预算支出用途: byName(textField),
    政府采购: group({
      主要用途: textOrItems,
      预留中小企业金额: yuanField,
      预留小微企业金额: yuanField,
    }),
    国有资产: group({ 其他用车用途: textField }),
    绩效管理: group({
      事前评估: stage,
      绩效目标: stage,
      绩效监控: stage,
      绩效自评: stage,
      整体自评: emptyAsNull(group(review)),
      项目自评: emptyAsNull(
        v.array(group({ 名称: text, ...review }), "应为列表，逐个写“名称”“得分”等"),
      ),
      附件: textField,
    }),
    其他收入主要内容: textField,
    名词解释: byName(textField),
    名词解释已核对: yesNoField,
    整本: yesNoField,
    公开时间: textField,
    概况: group({
      职责: textField,
      年度重点工作: textField,
      机构设置: textField,
      下属单位: names,
      人员情况: textField,
    }),
    附件: names,
    ...keptEntries,
  },
  SHAPE,
);

/** 整个填报文件；空文件等于什么也没有填。 */
export const fileSchema = v.pipe(mapping, inputsSchema);

/** 校验过的填报文件。 */
export type RawInputs = v.InferOutput<typeof inputsSchema>;
