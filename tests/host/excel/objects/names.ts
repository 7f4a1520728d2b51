import { HostError } from "../host-error.ts";
import { HostObject } from "../host-object.ts";
import type { ModelSheet } from "../model/sheet.ts";
import { flag, text } from "./arguments.ts";

/** 工作表范围的名称；只支持值为公式文字的。 */
export function names(sheet: ModelSheet): HostObject {
  const find = (name: unknown) => {
    const found = sheet.names.find((each) => each.name === name);
    return found === undefined ? null : namedItem(found);
  };
  return new HostObject("NamedItemCollection", {
    methods: {
      getItemOrNullObject: find,
      add: (name, reference) => {
        const given = text(name, "名称");
        if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(given)) {
          throw new HostError("InvalidArgument", `名称不对：${given}`);
        }
        if (find(given) !== null) throw new HostError("ItemAlreadyExists", `已有名称 ${given}`);
        const item = { name: given, formula: text(reference, "名称的内容"), visible: true };
        sheet.names.push(item);
        return namedItem(item);
      },
    },
  });
}

function namedItem(item: { name: string; formula: string; visible: boolean }): HostObject {
  return new HostObject("NamedItem", {
    get: {
      name: () => item.name,
      value: () => item.formula.replace(/^="(.*)"$/, "$1"),
      visible: () => item.visible,
    },
    set: {
      visible: (value) => {
        item.visible = flag(value, "可见");
      },
    },
  });
}
