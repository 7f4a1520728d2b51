import type { Run } from "./run.ts";

/** 只取文字，用来把已写出的半句放进对填报人的提问里。 */
export function plainText(run: Run): string {
  if (typeof run === "string") return run;
  return "kind" in run ? run.text : run.map(plainText).join("");
}
