/**
 * 变异测试的范围：改哪些源文件、跑哪些测试、至少要有多少变异被测试发现（百分数）。
 * 生成的模块、只有类型的文件不改；规则、句型等数据各有自己的用例，不在这里。
 *
 * src/checks 分成几个范围，各跑与它最近的小测试，一遍不到一两秒：没有被发现的每处变异
 * 都要把列出的测试全跑一遍。不列的几类测试查的是规则、示例和整条链路，一遍要几秒到十几秒，
 * 发现的变异小测试大多也都发现：逐个跑规则用例（rules*）、对着示例和随机工作簿核对或诊断
 * （examples、coverage、*-random、own-rules-official、diagnosis/*-fault*）。
 * 少跑测试，分数只会偏低，不会偏高。
 */
const checks = (...names) => names.map((name) => `tests/checks/${name}.test.ts`);
const narrative = (folders, tests) => ({
  mutate: folders.map((folder) => `src/narrative/${folder}/**/*.ts`),
  tests: Object.entries(tests).flatMap(([kind, names]) =>
    names.map((name) => `tests/${kind}/${name}.test.ts`),
  ),
  score: 85,
});

export const areas = {
  money: { mutate: ["src/money/**/*.ts"], tests: ["tests/money/**/*.test.ts"], score: 90 },
  "checks/core": {
    mutate: ["src/checks/*.ts"],
    tests: checks(
      "absent-terms",
      "amount-text",
      "bind",
      "check",
      "comparison",
      "conditions",
      "describe",
      "evaluate",
      "guarded-cells",
      "outline",
      "program",
      "rebind",
      "select",
      "table-index",
      "table-shape",
      "together",
    ),
    score: 90,
  },
  "checks/diagnosis": {
    mutate: ["src/checks/diagnosis/**/*.ts"],
    tests: checks(
      "diagnosis/bounds",
      "diagnosis/clues",
      "diagnosis/cover",
      "diagnosis/culprits",
      "diagnosis/demands",
      "diagnosis/difference-clue",
      "diagnosis/digit-slips",
      "diagnosis/few-relations",
      "diagnosis/incidence",
      "diagnosis/ledger",
      "diagnosis/lines",
      "diagnosis/pairs",
      "diagnosis/plausibility",
      "diagnosis/premises",
      "diagnosis/propose-all",
      "diagnosis/propose-rows",
      "diagnosis/reading-findings",
      "diagnosis/rounded",
      "diagnosis/rows",
      "diagnosis/slip",
      "diagnosis/small-tables",
      "diagnosis/trial",
      "diagnosis/unreadable",
      "diagnosis/with-totals",
    ),
    score: 90,
  },
  "checks/language": {
    mutate: ["src/checks/language/**/*.ts"],
    tests: checks("check", "conditions", "parse-formula", "verify"),
    score: 90,
  },
  "checks/own-rules": {
    mutate: ["src/checks/own-rules/**/*.ts"],
    tests: checks(
      "case-tables",
      "check",
      "own-rules",
      "own-rules-cases",
      "own-rules-guide",
      "own-rules-robust",
      "own-rules-sheet",
      "suggest-names",
    ),
    score: 90,
  },
  "checks/exceptions": {
    mutate: ["src/checks/exceptions/**/*.ts"],
    tests: checks("cell-names", "exceptions"),
    score: 90,
  },
  // src/narrative 按目录分开，各跑与它最近的小测试，理由与上面的 checks 相同。不列：随机工作簿的性质（evidence-sums、
  // templates/random）、示例逐个写法的遍历（switch-profile、layouts、catalogue/profiles、catalogue/switches、published-profiles）、
  // 独立重算（recompute）、更新一百遍和读写文件（redraft-rounds、redraft-files），一遍要几秒到几十秒。
  "narrative/facts": narrative(["facts"], {
    narrative: [
      "facts/*",
      "doubts/*",
      "evidence/budget-evidence",
      "catalogue/catalogue",
      "budget-rules",
      "change-rules",
      "operations-rules",
    ],
  }),
  "narrative/wording": narrative(["wording"], {
    narrative: [
      "budget-rules",
      "catalogue/typed-parts",
      "change-rules",
      "draft-rules",
      "draft-shape",
      "operations-rules",
      "published-figures",
      "reasons/propose",
      "reasons/rounding",
      "shanghai-rules",
      "templates/render",
      "wording",
    ],
  }),
  "narrative/evidence": narrative(["evidence"], {
    narrative: [
      "evidence/breakdown",
      "evidence/budget-evidence",
      "evidence/evidence-lines",
      "evidence/evidence-rules",
      "evidence/splits",
      "reasons/cause-support",
      "reasons/offer-causes",
      "reasons/propose",
      "reasons/reason-doubts",
    ],
  }),
  "narrative/reasons": narrative(["reasons"], { narrative: ["reasons/*"] }),
  "narrative/templates": narrative(["templates"], {
    narrative: [
      "draft-rules",
      ...["copy-profile", "known-names", "mistakes", "read-profile", "render"].map(
        (name) => `templates/${name}`,
      ),
    ],
  }),
  // 合并的决定由页面那边的 tests/addin/merge 查，它不碰页面。
  "narrative/redraft": narrative(["redraft"], {
    narrative: [
      "base-text",
      "draft-base",
      "edited-paragraphs",
      "figure-pairs",
      "figure-places",
      "history",
      "match-paragraphs",
      "redraft",
      "stale-figures",
      "unsupported-figures",
      "stale-findings",
      "text-alignment",
    ].map((name) => `redraft/${name}`),
    addin: ["merge"],
  }),
  "narrative/doubts": narrative(["doubts"], {
    narrative: [
      "doubts/*",
      "budget-rules",
      "reasons/reason-doubts",
      "reasons/rounding",
      "terms",
      "terms-rules",
    ],
  }),
  "narrative/inputs": narrative(["inputs"], {
    narrative: [
      "inputs-keys",
      "inputs-mistakes",
      "inputs-template",
      "inputs-template-causes",
      "inputs-template-keys",
      "read-inputs",
      "reasons/accepting",
    ],
  }),
  "narrative/catalogue": narrative(["catalogue", "terms"], {
    narrative: [
      "budget-rules",
      "catalogue/catalogue",
      "catalogue/typed-parts",
      "change-rules",
      "operations-rules",
      "published-figures",
      "shanghai-rules",
      "shanghai-slots",
      "terms",
      "terms-rules",
    ],
  }),
  "narrative/draft": {
    ...narrative([], {
      narrative: ["draft-rules", "draft-shape", "read-inputs", "redraft/*-paragraphs", "terms"],
    }),
    mutate: ["src/narrative/*.ts"],
  },
  // 各种说法的用例、一份整稿、归一和算法的随机测试。不列：逐个单位逐种写法的遍历（clean-drafts、planted）、
  // 长文本（odd-texts）、读文件和命令行（read-narrative、command）、随机单位（expected）、对着各个示例（books、coverage、
  // settle-with-tables），一遍都要好几秒。
  audit: {
    mutate: ["src/audit/**/*.ts"],
    tests: [
      "arithmetic",
      "audit",
      "books",
      "characters",
      "claims-report",
      "context",
      "document",
      "expected-facts",
      "figures",
      "identity",
      "key-words",
      "keys",
      "lines",
      "marker",
      "matching",
      "one-draft",
      "passage",
      "patterns",
      "quantity",
      "reading-order",
      "relations",
      "resolve",
      "roles",
      "settle-with-tables",
      "statement-index",
      "subject-names",
      "table-evidence",
      "units",
      "usable-books",
    ].map((name) => `tests/audit/${name}.test.ts`),
    score: 85,
  },
};
