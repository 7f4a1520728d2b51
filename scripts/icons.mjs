// 画出插件的图标（addin/assets/*.png）：几个简单形状，按各尺寸采样，不用任何绘图工具。
// 图标入库；改了这里的形状才需要重新运行。
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { encodePng } from "./png.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "addin", "assets");

const INK = [15, 84, 74];
const PAPER = [255, 255, 255];
const ACCENT = [242, 169, 59];

/** 形状都画在 0…1 的方格里；返回 true 表示点在形状内。 */
const box =
  (left, top, right, bottom, radius = 0) =>
  (x, y) => {
    const dx = Math.max(left + radius - x, 0, x - (right - radius));
    const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
    return radius === 0 ? dx === 0 && dy === 0 : dx * dx + dy * dy <= radius * radius;
  };

/** 折线，`width` 为线宽，两头是圆的。 */
const stroke = (points, width) => (x, y) =>
  points.slice(1).some(([bx, by], index) => {
    const [ax, ay] = points[index];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    return (x - ax - t * (bx - ax)) ** 2 + (y - ay - t * (by - ay)) ** 2 <= (width / 2) ** 2;
  });

const ring = (cx, cy, radius, width) => (x, y) =>
  Math.abs(Math.hypot(x - cx, y - cy) - radius) <= width / 2;

const background = [box(0.02, 0.02, 0.98, 0.98, 0.18), INK];
const line = (y, right = 0.78) => [box(0.22, y - 0.045, right, y + 0.045, 0.04), PAPER];

/** 每个图标由下往上叠的形状。 */
const DRAWINGS = {
  // 表格与对勾。
  icon: [
    background,
    [box(0.17, 0.19, 0.83, 0.81, 0.06), PAPER],
    [box(0.24, 0.36, 0.76, 0.42), INK],
    [box(0.24, 0.55, 0.76, 0.61), INK],
    [box(0.45, 0.26, 0.51, 0.74), INK],
    [
      stroke(
        [
          [0.42, 0.62],
          [0.58, 0.78],
          [0.9, 0.42],
        ],
        0.2,
      ),
      INK,
    ],
    [
      stroke(
        [
          [0.42, 0.62],
          [0.58, 0.78],
          [0.9, 0.42],
        ],
        0.11,
      ),
      ACCENT,
    ],
  ],
  check: [
    background,
    [
      stroke(
        [
          [0.22, 0.52],
          [0.43, 0.73],
          [0.8, 0.29],
        ],
        0.14,
      ),
      PAPER,
    ],
  ],
  draft: [
    background,
    line(0.28),
    line(0.45),
    line(0.62, 0.5),
    [
      stroke(
        [
          [0.5, 0.84],
          [0.84, 0.5],
        ],
        0.16,
      ),
      INK,
    ],
    [
      stroke(
        [
          [0.52, 0.82],
          [0.82, 0.52],
        ],
        0.1,
      ),
      ACCENT,
    ],
  ],
  audit: [
    background,
    [ring(0.44, 0.43, 0.23, 0.09), PAPER],
    [
      stroke(
        [
          [0.62, 0.61],
          [0.82, 0.81],
        ],
        0.12,
      ),
      ACCENT,
    ],
  ],
};

const SIZES = {
  icon: [16, 32, 64, 80, 128],
  check: [16, 32, 80],
  draft: [16, 32, 80],
  audit: [16, 32, 80],
};

/** 每个像素取 4×4 个点。 */
const SAMPLES = 4;

/** 把一层层形状画成 RGBA 像素。 */
function render(layers, size) {
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0, 0];
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
        const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
        const colour = layers.findLast(([inside]) => inside(x, y))?.[1];
        if (colour === undefined) continue;
        for (const [index, value] of colour.entries()) sum[index] += value;
        sum[3] += 1;
      }
      const at = (row * size + column) * 4;
      for (let index = 0; index < 3; index++) {
        pixels[at + index] = sum[3] === 0 ? 0 : Math.round(sum[index] / sum[3]);
      }
      pixels[at + 3] = Math.round((255 * sum[3]) / (SAMPLES * SAMPLES));
    }
  }
  return pixels;
}

mkdirSync(folder, { recursive: true });
for (const [name, sizes] of Object.entries(SIZES)) {
  for (const size of sizes) {
    writeFileSync(
      join(folder, `${name}-${size}.png`),
      encodePng(render(DRAWINGS[name], size), size),
    );
  }
}
