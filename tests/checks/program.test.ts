import { describe, expect, test } from "vitest";
import {
  chooseGroups,
  type Groups,
  groupItems,
  packGroups,
  repeatGroup,
  singleGroups,
} from "../../src/checks/program.ts";

function contents(groups: Groups) {
  const { count, single, consecutive } = groups;
  const lists = Array.from({ length: count }, (_, group) => [...groupItems(groups, group)]);
  return { lists, single, consecutive };
}

describe("一组组下标的紧凑形式", () => {
  test("各组长短不一，也有空组", () => {
    expect(contents(packGroups([[3, 1], [], [7]]))).toEqual({
      lists: [[3, 1], [], [7]],
      single: false,
      consecutive: false,
    });
    expect(contents(packGroups([[], [5]]))).toEqual({
      lists: [[], [5]],
      single: false,
      consecutive: false,
    });
  });

  test("每组一项；连续的、倒着的、有间隔的", () => {
    expect(contents(packGroups([[4], [5], [6]]))).toEqual({
      lists: [[4], [5], [6]],
      single: true,
      consecutive: true,
    });
    expect(contents(singleGroups(Int32Array.of(4, 3)))).toMatchObject({
      lists: [[4], [3]],
      consecutive: false,
    });
    expect(contents(singleGroups(Int32Array.of(4, 5, 7)))).toMatchObject({
      lists: [[4], [5], [7]],
      consecutive: false,
    });
    expect(contents(packGroups([]))).toEqual({ lists: [], single: true, consecutive: true });
  });

  test("同样几项重复几组", () => {
    expect(contents(repeatGroup(3, [2, 9]))).toEqual({
      lists: [
        [2, 9],
        [2, 9],
        [2, 9],
      ],
      single: false,
      consecutive: false,
    });
    expect(contents(repeatGroup(2, []))).toMatchObject({ lists: [[], []], single: false });
    expect(contents(repeatGroup(3, [8]))).toEqual({
      lists: [[8], [8], [8]],
      single: true,
      consecutive: false,
    });
    expect(contents(repeatGroup(1, [8]))).toEqual({
      lists: [[8]],
      single: true,
      consecutive: true,
    });
  });

  test("只留其中几组，依所给的次序", () => {
    const single = packGroups([[4], [5], [6], [9]]);
    expect(contents(chooseGroups(single, [3, 0]))).toEqual({
      lists: [[9], [4]],
      single: true,
      consecutive: false,
    });
    expect(contents(chooseGroups(single, [2]))).toEqual({
      lists: [[6]],
      single: true,
      consecutive: true,
    });
    expect(contents(chooseGroups(packGroups([[1, 2], [], [3]]), [2, 0]))).toEqual({
      lists: [[3], [1, 2]],
      single: false,
      consecutive: false,
    });
    expect(contents(chooseGroups(packGroups([[1, 2], [], [3], [4]]), [2, 3]))).toEqual({
      lists: [[3], [4]],
      single: true,
      consecutive: true,
    });
  });

  test("每组一项的分界各处共用：先短后长、正好用满都不出错", () => {
    for (const count of [1, 63, 64, 65, 128, 500, 1064]) {
      const items = Int32Array.from({ length: count }, (_, g) => 2 * g);
      const groups = singleGroups(items);
      expect(groups.start.length).toBeGreaterThan(count);
      expect([...groupItems(groups, count - 1)]).toEqual([2 * (count - 1)]);
    }
  });
});
