export async function readPdfText(_b: Uint8Array, _n: string, _c: string): Promise<string> {
  throw new Error("x");
}
