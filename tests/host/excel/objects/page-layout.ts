import { HostObject } from "../host-object.ts";
import type { ModelSheet } from "../model/sheet.ts";
import { number, oneOf, text } from "./arguments.ts";

const MARGINS = ["top", "bottom", "left", "right", "footer", "header"] as const;
const STATES = ["Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"] as const;
const PARTS = ["left", "center", "right"] as const;

/** 页面设置（ExcelApi 1.9）：逐项记下。 */
export function pageLayout(sheet: ModelSheet): HostObject {
  const put = (name: string, value: unknown) => {
    sheet.refuseIfProtected();
    sheet.pageLayout[name] = value;
  };
  return new HostObject("PageLayout", {
    set: {
      orientation: (value) => put("orientation", oneOf(value, ["Portrait", "Landscape"], "方向")),
      paperSize: (value) => put("paperSize", text(value, "纸张")),
      zoom: (value) => put("zoom", value),
      ...Object.fromEntries(
        MARGINS.map((side) => [
          `${side}Margin`,
          (value: unknown) => put(`${side}Margin`, number(value, "边距")),
        ]),
      ),
    },
    children: { headersFooters: () => headersFooters(put) },
    methods: {
      setPrintArea: (address) => put("printArea", text(address, "打印区域")),
      setPrintTitleRows: (address) => put("printTitleRows", text(address, "标题行")),
    },
  });
}

function headersFooters(put: (name: string, value: unknown) => void): HostObject {
  const page = (name: string) =>
    new HostObject("HeaderFooter", {
      set: Object.fromEntries(
        PARTS.map((part) => [
          `${part}Footer`,
          (value: unknown) => put(`${name}.${part}Footer`, text(value, "页脚")),
        ]),
      ),
    });
  return new HostObject("HeaderFooterGroup", {
    set: { state: (value) => put("headerFooterState", oneOf(value, STATES, "单双页")) },
    children: {
      defaultForAllPages: () => page("default"),
      oddPages: () => page("odd"),
      evenPages: () => page("even"),
    },
  });
}
