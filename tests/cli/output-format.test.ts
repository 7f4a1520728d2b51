import { describe, expect, it } from "vitest";
import { withFormat } from "../../src/cli/output-format.ts";

const FORMATS = { txt: "txt", json: "json", docx: "docx", xlsx: "xlsx" } as const;

describe("写成什么格式", () => {
  it.each([
    [{}, "txt"],
    [{ output: "说明" }, "txt"],
    [{ output: "说明.txt" }, "txt"],
    [{ output: "a/说明.DOCX" }, "docx"],
    [{ output: "说明.2023" }, "txt"],
    [{ output: "说明.docx", format: "docx" as const }, "docx"],
    [{ format: "json" as const }, "json"],
  ])("%j → %s", (options, format) => {
    expect(withFormat(options, FORMATS)).toEqual({ ...options, format });
  });

  it.each([
    [{ output: "说明.docx", format: "txt" as const }, "请用 --format docx，或把文件名改成 .txt"],
    [{ output: "说明.pdf" }, "请把文件名改成 .txt；这个命令能写 txt、json、docx、xlsx"],
    [{ output: "说明.html", format: "docx" as const }, "请把文件名改成 .docx"],
  ])("%j 会得到打不开的文件，不写", (options, todo) => {
    expect(() => withFormat(options, FORMATS)).toThrow(
      expect.objectContaining({ todo: expect.stringContaining(todo) }),
    );
  });
});
