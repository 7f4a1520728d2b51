import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withRecorded } from "../../../src/cli/history-file.ts";
import {
  type DraftHistory,
  listVersions,
  textsAt,
  versionChanges,
  versionOf,
  versionTime,
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

  it("字数连编号、原文、新文一起算，恰好到限度的留着；一版就超过的也留着", () => {
    const limits = { versions: 9, characters: 20 };
    const kept = (...sizes: number[]) =>
      sizes
        .reduce<DraftHistory>(
          (each, size) => withVersion(each, version("", "编号", "旧文", "新".repeat(size)), limits),
          [],
        )
        .map(({ number }) => number);
    expect(kept(6, 6)).toEqual([1, 2]);
    expect(kept(6, 7)).toEqual([2]);
    expect(kept(6, 30)).toEqual([2]);
    expect(withVersion([], version("", "编号", null, null), limits)).toHaveLength(1);
  });

  it("分别数着起草的和人改的", () => {
    const by = (...words: ("起草" | "人工")[]) =>
      words.map((each, at) => ({ id: String(at), before: null, after: "甲", by: each }));
    const changes = by("起草", "起草", "人工");
    expect(listVersions([{ number: 4, when: "某时", what: "某事", changes }])).toEqual([
      { number: 4, when: "某时", what: "某事", drafted: 2, byHand: 1 },
    ]);
  });

  it("那一版以后才变的段落，那时还是变以前的；谁写的照最近一次", () => {
    const two: DraftHistory = [
      {
        number: 1,
        when: "",
        what: "",
        changes: [{ id: "a", before: null, after: "一", by: "起草" }],
      },
      {
        number: 2,
        when: "",
        what: "",
        changes: [
          { id: "a", before: "一", after: "二", by: "人工" },
          { id: "b", before: "旧", after: "新", by: "起草" },
        ],
      },
      {
        number: 3,
        when: "",
        what: "",
        changes: [{ id: "b", before: "新", after: null, by: "起草" }],
      },
    ];
    expect([...(textsAt(two, 1) ?? [])]).toEqual([
      ["a", { text: "一", by: "起草" }],
      ["b", { text: "旧", by: "人工" }],
    ]);
    expect([...(textsAt(two, 2) ?? [])]).toEqual([
      ["a", { text: "二", by: "人工" }],
      ["b", { text: "新", by: "起草" }],
    ]);
  });

  it("时刻写到分，一位数补零", () => {
    expect(versionTime(new Date(2024, 2, 5, 4, 7))).toBe("2024-03-05 04:07");
    expect(versionTime(new Date(2024, 10, 25, 14, 20))).toBe("2024-11-25 14:20");
  });

  it("没有记录、读不到稿子时，只记看得出的变化；空白、没有编号的行不算", () => {
    const record = (id: string, text: string, draft: string | null = text) => ({
      id,
      text,
      draft,
      chart: null,
      removed: false,
    });
    const written = [record("a", "旧"), { ...record("z", ""), removed: true }];
    expect(versionChanges({ written, found: null, result: [record("a", "旧 ")] })).toEqual([]);
    expect(versionChanges({ written, found: null, result: [record("a", "新", "别的")] })).toEqual([
      { id: "a", before: "旧", after: "新", by: "人工" },
    ]);
    const found = [
      { id: "", text: "无名" },
      { id: "b", text: " " },
      { id: "a", text: "我的" },
    ];
    expect(versionChanges({ written: null, found, result: [record("a", "新", null)] })).toEqual([
      { id: "a", before: "我的", after: "新", by: "人工" },
    ]);
    expect(versionChanges({ written: null, found: null, result: [record("a", "新")] })).toEqual([
      { id: "a", before: null, after: "新", by: "起草" },
    ]);
    expect(versionChanges({ written, found: [], result: [] })).toEqual([
      { id: "a", before: "旧", after: null, by: "人工" },
    ]);
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
