/** PDF 里的一截文字。坐标以磅计，原点在页面左上角，`y` 为基线；已按文字的走向转正。 */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** 字号。 */
  readonly size: number;
  /** 文字走向：0 横排，1、2、3 依次多转 90 度（横放的表格）。 */
  readonly turn: number;
}

export interface PdfPage {
  readonly items: readonly PdfItem[];
}

/** 拼好的一行；格与格之间是制表符。 */
export interface PdfLine {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly turn: number;
}
