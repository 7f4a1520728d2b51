import { defineConfig } from "vitest/config";

// 速度测量：`npx vitest run --config vitest.bench.config.ts`，只打印数字，不据时间判成败。
export default defineConfig({
  test: {
    include: ["tests/bench/**/*.bench.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
});
