import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: (process.env.MUTATION_TESTS ?? "tests/**/*.test.ts").split(","),
    exclude: ["tests/bench/**"],
    // 每处变异都另起一个线程；其中各个测试文件共用读进来的模块，省下反复装载的时间。
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
