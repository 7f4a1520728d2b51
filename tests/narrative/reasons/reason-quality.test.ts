import { describe, expect, it } from "vitest";
import {
  explainsDifference,
  isEmptyReason,
  pointsOppositeWay,
} from "../../../src/narrative/reasons/reason-quality.ts";

describe("空话", () => {
  it.each([
    "",
    " ",
    "无",
    "无。",
    "/",
    "——",
    "同上",
    "待定",
    "工作需要",
    "因工作需要。",
    "由于业务开展需要所致",
    "因实际情况变化",
    "正常增减变动",
    "正常的变动",
    "据实列支",
    "按预算执行",
    "按照实际情况支出",
    "其他原因",
    "有关因素导致支出增加",
    "经费较上年有所减少",
  ])("“%s”没有说原因", (text) => {
    expect(isEmptyReason(text)).toBe(true);
  });

  it.each([
    "人员减少",
    "无人机采购",
    "新办公楼投入使用",
    "因工作需要新增执法车辆",
    "略有结余资金使用",
  ])("“%s”说了", (text) => {
    expect(isEmptyReason(text)).toBe(false);
  });
});

describe("说反了", () => {
  it.each([
    ["人员增加", "减少", true],
    ["压减一般性支出", "增加", true],
    ["人员增加", "增加", false],
    ["压减一般性支出", "减少", false],
    ["人员减少但标准提高", "增加", false],
    ["人员减少但标准提高", "减少", false],
    ["机构改革", "增加", false],
    ["机构改革", "减少", false],
  ] as const)("“%s”解释%s：%s", (text, direction, opposite) => {
    expect(pointsOppositeWay(text, direction)).toBe(opposite);
  });
});

describe("说的是差别从何而来", () => {
  it.each([
    ["接待批次较少", true],
    ["人员增加", true],
    ["压减开支", true],
    ["项目未支出", true],
    ["没有增加人员", false],
    ["不再新增项目，未减少人员", false],
    ["没有增加人员，但压减了开支", true],
    ["严格按照预算执行", false],
    ["按批准的预算安排支出", false],
  ])("“%s”：%s", (text, explains) => {
    expect(explainsDifference(text)).toBe(explains);
  });
});
