// 页面的安全策略：只许本站的脚本、数据和图片；不许 eval、内联脚本、外站请求、框架。
// 样式里的摘要是空字符串的：Fluent UI 先插入空的 <style>，再用脚本逐条加规则，因此不必放开内联样式。
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** 网页服务器上的页面用的策略。 */
export const CONTENT_SECURITY_POLICY = policy({
  script: "'self'",
  style: `'self' ${EMPTY_STYLE}`,
  connect: "'self'",
  fallback: "'self'",
});

/**
 * 单文件工作台的策略：脚本、样式只认摘要，什么也不许连接。
 *
 * @param {{ scripts: readonly string[], styles: readonly string[] }} hashes 形如 `sha256-…` 的摘要
 */
export function singleFilePolicy({ scripts, styles }) {
  return policy({
    script: scripts.map((hash) => `'${hash}'`).join(" "),
    style: [EMPTY_STYLE, ...styles.map((hash) => `'${hash}'`)].join(" "),
    connect: "'none'",
    fallback: "'none'",
  });
}

function policy({ script, style, connect, fallback }) {
  const worker = fallback === "'none'" ? "blob:" : "'self' blob:";
  const image = fallback === "'none'" ? "data: blob:" : "'self' data: blob:";
  return [
    `default-src ${fallback}`,
    `script-src ${script}`,
    `style-src ${style}`,
    `img-src ${image}`,
    `worker-src ${worker}`,
    `connect-src ${connect}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
  ].join("; ");
}
