import { describe, expect, it } from "vitest";
import { compareWords } from "../../../src/narrative/reasons/same-words.ts";

describe("填报的话与拟的话是不是同一句", () => {
  it("空白、末尾的标点、数的写法不同，仍是同一句", () => {
    expect(compareWords("甲增加 5万元，乙减少3人。；", "甲增加5.00万元，乙减少3人")).toBe("same");
    expect(compareWords("甲增加50,000元", "甲增加50000.00元")).toBe("same");
    expect(compareWords("在职人员增加03人", "在职人员增加3人")).toBe("same");
    expect(compareWords("没有数", "没有数，")).toBe("same");
  });

  it("只有数不同，是确认之后表又改过；单位不同也算数不同", () => {
    expect(compareWords("甲增加5万元，乙减少3人", "甲增加5万元，乙减少4人")).toBe("stale");
    expect(compareWords("甲增加5万元，乙减少3人", "甲增加6万元，乙减少3人")).toBe("stale");
    expect(compareWords("甲增加1.25万元", "甲增加1.2万元")).toBe("stale");
    expect(compareWords("甲增加5万元", "甲增加5元")).toBe("stale");
    expect(compareWords("甲增加5万元", "甲增加50000元")).toBe("same");
  });

  it("话不同就是另一句", () => {
    expect(compareWords("甲增加5万元", "乙增加5万元")).toBe("different");
    expect(compareWords("甲增加5万元", "甲增加5人")).toBe("different");
  });

  it("数的位置上是不是金额、是元还是万元，看紧跟着的单位", () => {
    expect(compareWords("甲30元票价", "甲30万元票价")).toBe("stale");
    expect(compareWords("2023年增加5万元", "2023年增加5.0万元")).toBe("same");
  });
});
