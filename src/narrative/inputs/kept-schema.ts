import * as v from "valibot";

/**
 * 填报文件里由程序记下、与填报内容一起保存的部分：已接受的问题、改过的段落、上次插入的文字、各版的变化、上年工作簿、
 * 上年填报的原因、在窗格里选的说明模板。
 * 起草用不到它们；页面与命令行互相导入导出时原样保留。
 */

const LIST = "应为列表";
const YES_NO = "应为 true 或 false";

const text = v.string("应为文字");

/**
 * 一条已接受（不再提醒）的问题。`单元格` 写作 `财决01[收入.总计, 决算数]`（版式变了也认得）或 `本年!Z01!E37`；
 * `内容` 是接受时的说法。
 */
export const acceptedSchema = v.looseObject(
  {
    规则: text,
    单元格: v.optional(v.array(text, "应为单元格的列表"), []),
    理由: text,
    内容: v.optional(text, ""),
  },
  "应有“规则”“理由”",
);

/** 一段改过的文字。`原稿` 是改的时候程序起草的文字，数变了没有以它为准。 */
export const editSchema = v.looseObject(
  { 编号: text, 文字: text, 原稿: text },
  "应有“编号”“文字”“原稿”",
);

/**
 * 上次插入工作表的一段。`原稿` 是那时程序起草的文字，没有改过时与 `文字` 相同；
 * 由人添写、程序没有起草的段落 `原稿` 为 null。`已删` 为由人从工作表里删去的段落。
 */
export const insertedSchema = v.looseObject(
  {
    编号: text,
    文字: text,
    原稿: v.nullable(text),
    /** 有图的段落插入时图里的各数（分），逗号分隔。 */
    图: v.optional(v.nullable(text), null),
    已删: v.optional(v.boolean(YES_NO), false),
  },
  "应有“编号”“文字”“原稿”",
);

/** 说明的一版：与前一版相比变了的各段。`原` 为 null 是新添的，`新` 为 null 是去掉的。 */
export const versionSchema = v.looseObject(
  {
    序号: v.number("应为数字"),
    时间: text,
    来由: text,
    段落: v.array(
      v.looseObject({
        编号: text,
        原: v.nullable(text),
        新: v.nullable(text),
        由: v.picklist(["起草", "人工"], "应为“起草”或“人工”"),
      }),
      LIST,
    ),
  },
  "应有“序号”“时间”“来由”“段落”",
);

const cell = v.tuple([v.number(), v.number(), text]);
const merge = v.tuple([v.number(), v.number(), v.number(), v.number()]);

/** 有一个数不对的，整个不用：去掉那个数，后面的数就错了位。 */
const whole = <const T extends v.GenericSchema>(schema: T, message: string) =>
  v.custom<v.InferOutput<T>>((value) => v.is(schema, value), message);

/** 上年工作簿里起草用得到的几张表：每张表是若干行，每行是 `[列, 种类, 文字]`，空行为空列表。 */
export const priorFactsSchema = v.looseObject(
  {
    工作表: v.array(
      v.looseObject(
        {
          名称: text,
          行: v.array(v.array(whole(cell, "应为“[列, 种类, 文字]”"), LIST), LIST),
          合并: v.array(whole(merge, "应为“[首行, 首列, 末行, 末列]”"), LIST),
        },
        "应有“名称”“行”“合并”",
      ),
      LIST,
    ),
  },
  "应有“工作表”",
);

/** 一套自己的说明模板：各文件的文字；`在用` 为选中它来起草。 */
export const ownProfileSchema = v.looseObject(
  {
    名称: text,
    文件: v.array(v.looseObject({ 名称: text, 文字: text }, "应有“名称”“文字”"), LIST),
    在用: v.optional(v.boolean(YES_NO), false),
  },
  "应有“名称”“文件”",
);

/** 上年填报里的 `原因`、`原因库`，供写今年的原因时挑选；形状随填报文件。 */
export const lastYearSchema = v.record(v.string(), v.unknown(), "应为若干“键: 值”");

export const keptEntries = {
  已接受的问题: v.optional(v.nullable(v.array(acceptedSchema, LIST))),
  段落修改: v.optional(v.nullable(v.array(editSchema, LIST))),
  上次插入: v.optional(v.nullable(v.array(insertedSchema, LIST))),
  版本: v.optional(v.nullable(v.array(versionSchema, LIST))),
  上年工作簿名: v.optional(v.nullable(text)),
  上年事实: v.optional(v.nullable(priorFactsSchema)),
  上年填报: v.optional(v.nullable(lastYearSchema)),
  说明模板: v.optional(v.nullable(text)),
  自己的说明模板: v.optional(v.nullable(ownProfileSchema)),
  损坏的备份: v.optional(v.nullable(v.array(text, LIST))),
} as const;
