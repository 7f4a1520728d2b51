import { CommandFailure } from "./failure.ts";

/** 格式 → 文件扩展名，第一个是缺省的格式。 */
type Formats = Readonly<Record<string, string>>;

/**
 * 写成什么格式：写明的照写明的；没有写明的按 `-o` 的扩展名，都没有为第一种。
 * 扩展名是另一种格式的不写：得到的文件会打不开。
 */
export function withFormat<const F extends Formats, O extends { output?: string }>(
  options: O & { format?: keyof F },
  formats: F,
): O & { format: keyof F } {
  const known = Object.entries(formats);
  const extension = /\.([a-z]+)$/i.exec(options.output ?? "")?.[1]?.toLowerCase() ?? "";
  const byName = known.find(([, each]) => each === extension)?.[0];
  const format: keyof F = options.format ?? byName ?? known[0]?.[0] ?? "";
  const wanted = formats[format];
  const foreign = byName === undefined ? FOREIGN.has(extension) : byName !== format;
  if (foreign) {
    throw new CommandFailure(
      `“${options.output}”的扩展名与输出格式 ${String(format)} 对不上。`,
      byName === undefined
        ? `请把文件名改成 .${wanted}；这个命令能写 ${known.map(([name]) => name).join("、")}。`
        : `请用 --format ${byName}，或把文件名改成 .${wanted}。`,
    );
  }
  return { ...options, format };
}

/** 常见文件的扩展名；写成别的内容会打不开。 */
const FOREIGN: ReadonlySet<string> = new Set([
  ...["doc", "docx", "xls", "xlsx", "et", "wps", "pdf", "htm", "html", "json", "yaml", "yml"],
]);
