import type { CellRef } from "../../src/findings/finding.ts";
import type { Place, WorkbookHost } from "../host/host.ts";

/** 自己引起的选区变动多久以内不当作使用者选的，毫秒。 */
const OWN_SELECTION = 1000;

export interface TravelEvents {
  readonly fail: (error: unknown, again: () => Promise<void>) => void;
  readonly arrived: () => void;
  readonly say: (notice: string) => void;
  /** 使用者自己在工作簿里选中了一格（不是我们带过去的）。 */
  readonly picked: (place: Place) => void;
}

/** 在问题与工作簿的单元格之间来往。 */
export interface CellTravel {
  toCell(cell: CellRef): Promise<void>;
  toPlace(place: Place): Promise<void>;
  readonly stop: () => void;
}

export function cellTravel(
  host: Pick<WorkbookHost, "reveal" | "onSelection">,
  events: TravelEvents,
): CellTravel {
  const ours = new Set<string>();
  const stop = host.onSelection((place) => {
    if (!ours.has(`${place.sheet}!${place.address}`)) events.picked(place);
  });

  const toPlace = async (place: Place): Promise<void> => {
    const name = `${place.sheet}!${place.address}`;
    ours.add(name);
    try {
      await host.reveal(place);
      events.arrived();
    } catch (error) {
      events.fail(error, () => toPlace(place));
    } finally {
      setTimeout(() => ours.delete(name), OWN_SELECTION);
    }
  };

  return {
    toPlace,
    async toCell({ book, sheet, address }) {
      if (book === "prior") {
        events.say(`这一格在上年工作簿里（“${sheet}” ${address}），请打开上年的文件查看。`);
        return;
      }
      await toPlace({ sheet, address: address === "" ? "A1" : address });
    },
    stop,
  };
}
