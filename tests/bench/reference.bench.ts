import { mkdirSync, writeFileSync } from "node:fs";
import { test } from "vitest";
import { workbookBytes } from "../fixtures/generator/write.ts";
import { referencePair, referenceSize } from "./reference.ts";

const FOLDER = "out/reference";

test("写出基准工作簿", () => {
  const pair = referencePair();
  mkdirSync(FOLDER, { recursive: true });
  console.log(`基准工作簿：${referenceSize(pair)}`);
  for (const [name, workbook] of [
    ["本年", pair.current],
    ["上年", pair.prior],
  ] as const) {
    for (const format of ["xlsx", "xls"] as const) {
      const path = `${FOLDER}/基准-${workbook.unit.year}-${name}.${format}`;
      const bytes = workbookBytes(workbook, format);
      writeFileSync(path, bytes);
      console.log(`${path}  ${bytes.length.toLocaleString("en-US")} 字节`);
    }
  }
});
