/** 说明里一节的编号写成给人看的：`二.五.（三）` → `第二部分 五（三）`；不属于哪一部分的为“封面、目录”。 */
export function sectionName(section: string): string {
  const [part = "", ...rest] = section.split(".");
  if (part === "") return "封面、目录";
  const inside = rest.join("");
  return inside === "" ? `第${part}部分` : `第${part}部分 ${inside}`;
}
