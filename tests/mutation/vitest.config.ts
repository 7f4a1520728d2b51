import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: (process.env.MUTATION_TESTS ?? "tests/**/*.test.ts").split(","),
    exclude: ["tests/bench/**"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
