import { describe, expect, test } from "vitest";
import { economicSubjects } from "../../src/subjects/generated/economic-subjects.ts";
import { functionalSubjects } from "../../src/subjects/generated/functional-subjects.ts";
import {
  findEconomic,
  findFunctional,
  functionalName,
  functionalNames,
  normaliseSubjectName,
} from "../../src/subjects/lookup.ts";

describe("查科目", () => {
  test("每个科目都查得到，级次与编码长度相符", () => {
    for (const { code, level } of functionalSubjects) {
      expect(findFunctional(code, null)?.code).toBe(code);
      expect(level).toBe({ 3: "类", 5: "款", 7: "项" }[code.length]);
    }
    for (const { code, level } of economicSubjects) {
      expect(findEconomic(code, null)?.code).toBe(code);
      expect(level).toBe({ 3: "类", 5: "款" }[code.length]);
    }
  });

  test("改过名的科目，各年度用各年度的名称", () => {
    expect(functionalName("2013804", 2022)).toBe("市场主体管理");
    expect(functionalName("2013804", 2023)).toBe("市场主体管理");
    expect(functionalName("2013804", 2024)).toBe("经营主体管理");
    expect(functionalName("2013804", null)).toBe("经营主体管理");
    expect(functionalNames("2013804")).toEqual(new Set(["市场主体管理", "经营主体管理"]));
  });

  test("没有的编码", () => {
    expect(findFunctional("9999999", 2023)).toBeNull();
    expect(functionalName("9999999", 2023)).toBeNull();
    expect(findEconomic("39998", 2023)).toBeNull();
  });

  test.each([
    ["一、一般公共服务支出", "一般公共服务支出"],
    ["（一）行政 运行", "行政运行"],
    ["政府办公厅(室)及相关机构事务", "政府办公厅（室）及相关机构事务"],
    ["其中：教育收费", "教育收费"],
  ])("归一 %s", (name, expected) => {
    expect(normaliseSubjectName(name)).toBe(expected);
  });
});
