import { EVENT } from "../events.ts";
import { HostObject } from "../host-object.ts";
import type { World } from "../world.ts";
import { itemNotFound } from "./arguments.ts";
import { worksheet } from "./worksheet.ts";

export function worksheets(world: World): HostObject {
  const { model, events } = world;
  const find = (key: unknown) => {
    const sheet = model.find(key);
    return sheet === undefined ? null : worksheet(world, sheet);
  };
  const get = (key: unknown) => {
    const sheet = find(key);
    if (sheet === null) throw itemNotFound(`工作表 ${String(key)}`);
    return sheet;
  };
  return new HostObject("WorksheetCollection", {
    items: () => model.sheets.map((sheet) => worksheet(world, sheet)),
    item: get,
    methods: {
      getItem: get,
      getItemOrNullObject: find,
      getActiveWorksheet: () => worksheet(world, model.active.sheet),
      add: (name) => {
        const sheet = model.add(name === undefined || name === null ? undefined : String(name));
        events.fireAdded(sheet);
        return worksheet(world, sheet);
      },
      ...events.registration("DataChanged", EVENT.changed, null),
      ...events.registration("SelectionChanged", EVENT.selection, null),
      ...events.registration("Added", EVENT.added, null),
      ...events.registration("Deleted", EVENT.deleted, null),
    },
  });
}
