const TYPES: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  yaml: "application/yaml",
  txt: "text/plain;charset=utf-8",
  json: "application/json",
  zip: "application/zip",
};

/** 让浏览器把一段内容存成文件（出现在“下载”里）。 */
export function saveFile(fileName: string, content: Uint8Array): void {
  const extension = fileName.split(".").at(-1) ?? "";
  const type = TYPES[extension] ?? "application/octet-stream";
  // 复制一份：内容可能只是一大块内存的一段。
  const url = URL.createObjectURL(new Blob([content.slice()], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
