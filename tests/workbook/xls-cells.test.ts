import { expect, test } from "vitest";
import { cellsOf, refusalOf, workbookOf } from "./outcome.ts";
import { END, f64, record, smallXls, start, u16, u32, wide } from "./small-xls.ts";
import { concat } from "./zip-surgery.ts";

const SHEET8 = [2, 1, ...u16("表".charCodeAt(0)), ...u16("一".charCodeAt(0))];
/** 样式 0 常规，样式 1 日期（内置 14），样式 2 中文日期（内置 31），样式 3 自定义日期。 */
const STYLES = [0, 14, 31, 164].map((format) =>
  record(0xe0, u16(0), u16(format), Array(16).fill(0)),
);
const GLOBALS = [
  record(0x041e, u16(164), wide('yyyy"年"')),
  ...STYLES,
  record(0xfc, u32(2), u32(2), wide("共享"), wide("文本")),
];

const at = (row: number, column: number, style = 0): number[] => [
  ...u16(row),
  ...u16(column),
  ...u16(style),
];
const formula = (row: number, value: number[]): Uint8Array =>
  record(0x06, at(row, 0), value, u16(0), u32(0), u16(3), [0x1e, 7, 0]);

const CASES: [string, Uint8Array[], string[]][] = [
  ["双精度数", [record(0x203, at(0, 0), f64(17509241.45))], ["0,0 number 17509241.45"]],
  ["RK 整数", [record(0x27e, at(0, 0), u32((1234 << 2) | 2))], ["0,0 number 1234"]],
  ["RK 负整数除以 100", [record(0x27e, at(0, 0), u32((-12345 << 2) | 3))], ["0,0 number -123.45"]],
  ["RK 浮点", [record(0x27e, at(0, 0), f64(0.5).slice(4))], ["0,0 number 0.5"]],
  [
    "一条记录几个 RK",
    [record(0xbd, u16(0), u16(1), u16(0), u32(6), u16(0), u32(10), u16(2))],
    ["0,1 number 1", "0,2 number 2"],
  ],
  ["共享字符串", [record(0xfd, at(0, 0), u32(1))], ["0,0 text 文本"]],
  ["单元格里的文本", [record(0x204, at(0, 0), wide("直接写"))], ["0,0 text 直接写"]],
  ["布尔", [record(0x205, at(0, 0), [1, 0])], ["0,0 boolean TRUE"]],
  ["错误值", [record(0x205, at(0, 0), [0x17, 1])], ["0,0 error #REF!"]],
  ["日期", [record(0x203, at(0, 0, 1), f64(45657))], ["0,0 date 2024-12-31"]],
  ["中文内置日期", [record(0x203, at(0, 0, 2), f64(45657))], ["0,0 date 2024-12-31"]],
  ["自定义日期", [record(0x203, at(0, 0, 3), f64(45657))], ["0,0 date 2024-12-31"]],
  ["数字公式", [formula(0, f64(12.5))], ["0,0 number 12.5 ="]],
  [
    "文本公式",
    [formula(0, [0, 0, 0, 0, 0, 0, 0xff, 0xff]), record(0x207, wide("结果"))],
    ["0,0 text 结果 ="],
  ],
  ["布尔公式", [formula(0, [1, 0, 1, 0, 0, 0, 0xff, 0xff])], ["0,0 boolean TRUE ="]],
  ["错误公式", [formula(0, [2, 0, 7, 0, 0, 0, 0xff, 0xff])], ["0,0 error #DIV/0! ="]],
  ["空文本公式", [formula(0, [3, 0, 0, 0, 0, 0, 0xff, 0xff])], []],
  ["只有格式的格", [record(0x201, at(0, 0))], []],
  [
    "嵌着的图表不是单元格",
    [start(8, "sheet"), record(0x203, at(5, 5), f64(9)), END, record(0x203, at(0, 0), f64(1))],
    ["0,0 number 1"],
  ],
];

test.each(CASES)("%s", async (_, records, expected) => {
  const workbook = await workbookOf(smallXls(8, GLOBALS, [{ name: SHEET8, records }]));
  expect(workbook.damaged).toEqual([]);
  expect(workbook.sheets[0]?.name).toBe("表一");
  expect(cellsOf(workbook.sheets[0])).toEqual(expected);
});

test("共享字符串跨 CONTINUE，段首换成单字节字符", async () => {
  const text = "部门决算abc";
  const first = [...u16(text.length), 1, ...[..."部门决算"].flatMap((c) => u16(c.charCodeAt(0)))];
  const strings = concat([
    record(0xfc, u32(1), u32(1), first),
    record(0x3c, [0, ...[..."abc"].map((c) => c.charCodeAt(0))]),
  ]);
  const records = [record(0xfd, at(0, 0), u32(0))];
  const workbook = await workbookOf(smallXls(8, [...STYLES, strings], [{ name: SHEET8, records }]));
  expect(cellsOf(workbook.sheets[0])).toEqual([`0,0 text ${text}`]);
});

test("隐藏的表、合并区域、1904 年日期制", async () => {
  const records = [
    record(0x203, at(0, 0, 1), f64(44195)),
    record(0xe5, u16(1), u16(0), u16(1), u16(2), u16(3)),
  ];
  const workbook = await workbookOf(
    smallXls(8, [record(0x22, u16(1)), ...GLOBALS], [{ name: SHEET8, hidden: true, records }]),
  );
  expect(workbook.sheets[0]?.hidden).toBe(true);
  expect(workbook.sheets[0]?.merges).toEqual([{ top: 0, bottom: 1, left: 2, right: 3 }]);
  expect(cellsOf(workbook.sheets[0])).toEqual(["0,0 date 2024-12-31"]);
});

/** 「收入支出决算总表」的 GBK 字节。 */
const GBK = [
  0xca, 0xd5, 0xc8, 0xeb, 0xd6, 0xa7, 0xb3, 0xf6, 0xbe, 0xf6, 0xcb, 0xe3, 0xd7, 0xdc, 0xb1, 0xed,
];

test("BIFF5 的 GBK 文字", async () => {
  const records = [
    record(0x204, at(0, 0), u16(GBK.length), GBK),
    record(0x203, at(1, 0, 1), f64(45657)),
    formula(2, [0, 0, 0, 0, 0, 0, 0xff, 0xff]),
    record(0x207, u16(GBK.length), GBK),
  ];
  const globals = [record(0x42, u16(936)), ...STYLES];
  const workbook = await workbookOf(
    smallXls(5, globals, [{ name: [GBK.length, ...GBK], records }]),
    "旧表.xls",
  );
  expect(workbook.damaged).toEqual([]);
  expect(workbook.sheets[0]?.name).toBe("收入支出决算总表");
  expect(cellsOf(workbook.sheets[0])).toEqual([
    "0,0 text 收入支出决算总表",
    "1,0 date 2024-12-31",
    "2,0 text 收入支出决算总表 =",
  ]);
});

test("设了密码的 .xls 拒绝", async () => {
  const bytes = smallXls(8, [record(0x2f, u16(1)), ...GLOBALS], [{ name: SHEET8, records: [] }]);
  expect((await refusalOf(bytes, "密码.xls")).code).toBe("encrypted");
});

const BAD: [string, Uint8Array[]][] = [
  ["共享字符串序号越界", [record(0xfd, at(0, 0), u32(9))]],
  ["文本公式没有结果", [formula(0, [0, 0, 0, 0, 0, 0, 0xff, 0xff])]],
  ["文本结果没有公式", [record(0x207, wide("结果"))]],
  ["同一格两次", [record(0x203, at(0, 0), f64(1)), record(0x203, at(0, 0), f64(2))]],
  ["记录太短", [record(0x203, at(0, 0), [1, 2, 3])]],
  ["数是 NaN", [record(0x203, at(0, 0), f64(Number.NaN))]],
  ["自称有内容却一格也没有", [record(0x200, u32(0), u32(40), u16(0), u16(9), u16(0))]],
  ["行数超限", [record(0x203, at(20_000, 0), f64(1))]],
];

test.each(BAD)("%s：只坏这一张", async (_, records) => {
  const good = { name: [1, 0, 0x47], records: [record(0x203, at(0, 0), f64(1))] };
  const workbook = await workbookOf(smallXls(8, GLOBALS, [{ name: SHEET8, records }, good]));
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["G"]);
  expect(workbook.damaged.map(({ name }) => name)).toEqual(["表一"]);
});
