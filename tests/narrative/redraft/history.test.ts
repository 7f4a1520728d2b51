import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withRecorded } from "../../../src/cli/history-file.ts";
import {
  type DraftHistory,
  listVersions,
  textsAt,
  versionChanges,
  versionOf,
  withVersion,
} from "../../../src/narrative/redraft/history.ts";
import { historyFromKept, keptHistory } from "../../../src/narrative/redraft/kept-history.ts";

const version = (when: string, id: string, before: string | null, after: string | null) => ({
  when,
  what: "插入工作表",
  changes: [{ id, before, after, by: "人工" as const }],
});

describe("说明的各版", () => {
  const history = [
    version("2024-03-01 09:00", "a", null, "甲一"),
    version("2024-03-02 09:00", "a", "甲一", "甲二"),
    version("2024-03-03 09:00", "b", "乙一", null),
  ].reduce<DraftHistory>((each, one) => withVersion(each, one), []);

  it("新的在前，数着随表变的和人改的；什么都没有变的不记", () => {
    expect(listVersions(history).map(({ number, byHand }) => [number, byHand])).toEqual([
      [3, 1],
      [2, 1],
      [1, 1],
    ]);
    expect(withVersion(history, { when: "", what: "", changes: [] })).toBe(history);
    expect(versionOf(history, 2)?.changes[0]?.after).toBe("甲二");
    expect(versionOf(history, 9)).toBeNull();
  });

  it("回到某一版：历史里记着的各段那时是什么", () => {
    const texts = (number: number) =>
      [...(textsAt(history, number) ?? [])].map(([id, { text }]) => [id, text]);
    expect(texts(1)).toEqual([
      ["a", "甲一"],
      ["b", "乙一"],
    ]);
    expect(texts(3)).toEqual([
      ["a", "甲二"],
      ["b", null],
    ]);
    expect(textsAt(history, 9)).toBeNull();
  });

  it("版数、字数有限度，从最旧的删起，最近一版总留着，编号不重编", () => {
    const limits = { versions: 3, characters: 50 };
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 40 }), { minLength: 1 }),
        (texts) => {
          const all = texts.reduce<DraftHistory>(
            (each, text, at) => withVersion(each, version("", String(at), null, text), limits),
            [],
          );
          expect(all.length).toBeLessThanOrEqual(3);
          expect(all.at(-1)?.number).toBe(texts.length);
          const older = all
            .slice(0, -1)
            .flatMap(({ changes }) => changes.map(({ after }) => after ?? ""));
          expect(older.join("").length).toBeLessThanOrEqual(50);
        },
      ),
    );
  });

  it("同一段先由人改、后随表变，各记一条", () => {
    const record = { id: "a", chart: null, removed: false };
    expect(
      versionChanges({
        written: [{ ...record, text: "旧", draft: "旧" }],
        found: [{ id: "a", text: "人改" }],
        result: [{ ...record, text: "新", draft: "新" }],
      }),
    ).toEqual([
      { id: "a", before: "旧", after: "人改", by: "人工" },
      { id: "a", before: "人改", after: "新", by: "起草" },
    ]);
  });

  it("写进填报文件：只动“版本”，注释和别的键一个字节也不变；再记接着上一版", () => {
    const text = "# 注释\n级别: 单位 # 行尾\n\n原因:\n  收支总计: 甲\n";
    const once = withRecorded(text, version("2024-03-01 09:00", "a", null, "甲\n乙"));
    expect(once?.startsWith(text)).toBe(true);
    const twice = withRecorded(
      `${once}# 后面的注释\n年度: 2023\n`,
      version("", "a", "甲\n乙", null),
    );
    expect(twice?.startsWith(text)).toBe(true);
    expect(twice).toContain("# 后面的注释\n年度: 2023\n");
    expect(twice).toContain("序号: 2");
    expect(withRecorded("版本: 坏", version("", "a", null, "甲"))).toBeNull();
    expect(historyFromKept(keptHistory(history))).toEqual(history);
  });
});
