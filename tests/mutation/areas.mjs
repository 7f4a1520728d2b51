/**
 * 变异测试的范围：改哪些源文件、跑哪些测试、至少要有多少变异被测试发现（百分数）。
 * 生成的模块、只有类型的文件不改；规则、句型等数据各有自己的用例，不在这里。
 */
export const areas = {
  money: { mutate: ["src/money/**/*.ts"], tests: ["tests/money/**/*.test.ts"], score: 90 },
  checks: { mutate: ["src/checks/**/*.ts"], tests: ["tests/checks/**/*.test.ts"], score: 90 },
  narrative: {
    mutate: ["src/narrative/**/*.ts"],
    tests: ["tests/narrative/**/*.test.ts"],
    score: 85,
  },
  audit: { mutate: ["src/audit/**/*.ts"], tests: ["tests/audit/**/*.test.ts"], score: 85 },
};
