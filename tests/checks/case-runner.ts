export {
  caseProblems,
  type RuleCase,
  runCase,
} from "../../src/checks/own-rules/run-cases.ts";
