import type { DraftOptions } from "../style.ts";
import type { SectionTemplate } from "./render.ts";

/** 一套说明模板的文件，已读成文字。 */
export interface ProfileSource {
  /** 随附的为模板名，如 `四川部门`；各地自己的为文件夹名。 */
  readonly name: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** 一套可以用来起草的说明模板。 */
export interface Profile {
  readonly name: string;
  /** 写法里写明的级别；没有写的为 null。 */
  readonly level: "部门" | "单位" | null;
  readonly style: DraftOptions;
  /** 各节，按次序。 */
  readonly sections: readonly SectionTemplate[];
}
