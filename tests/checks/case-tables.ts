export { buildTableSets, type CaseData } from "../../src/checks/own-rules/case-tables.ts";
