import { notImplemented } from "../host-error.ts";
import { HostObject } from "../host-object.ts";
import { areaAt } from "../model/area.ts";
import type { World } from "../world.ts";
import { customXmlParts } from "./custom-xml.ts";
import { workbookProtection } from "./protection.ts";
import { range } from "./range.ts";
import { worksheets } from "./worksheets.ts";

/** 请求的根：打开的工作簿。 */
export function workbook(world: World): HostObject {
  const { model } = world;
  return new HostObject("Workbook", {
    get: { name: () => model.fileName, readOnly: () => model.readOnly },
    children: {
      application: () => application(),
      worksheets: () => worksheets(world),
      customXmlParts: () => customXmlParts(model),
      protection: () => workbookProtection(model),
    },
    methods: {
      getSelectedRange: () => range(world, areaAt(model.active.sheet, model.active.address)),
    },
  });
}

/** 只有暂停刷新、暂停重算；测试宿主没有屏幕，也不重算。 */
function application(): HostObject {
  return new HostObject("Application", {
    methods: {
      suspendScreenUpdatingUntilNextSync: () => null,
      suspendApiCalculationUntilNextSync: () => null,
      calculate: () => {
        throw notImplemented("重算");
      },
    },
  });
}
