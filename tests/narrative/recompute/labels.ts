import type { Draft, Figure } from "../../../src/narrative/draft.ts";
import type { FactSource } from "../../../src/narrative/fact.ts";
import { leaves, readFormula } from "./formula.ts";
import { type Labels, plain, type RawLabels } from "./raw-labels.ts";

/** 名称与行名、栏名不同字的：行名（栏名）里应有的字。其余的名称，照字面应在行名或栏名里。 */
const ELSEWHERE: Readonly<Record<string, (labels: Labels) => boolean>> = {
  收入总计: ({ row }) => row.endsWith("总计"),
  支出总计: ({ row }) => row.endsWith("总计"),
  财政拨款收入总计: ({ row }) => row.endsWith("总计"),
  财政拨款支出总计: ({ row }) => row.endsWith("总计"),
  "“三公”经费支出": ({ row }) => row.endsWith("支出合计"),
  政府采购支出总额: ({ row }) => /政府采购支出(?:合计|总额)/.test(row),
  政府采购货物支出: ({ row }) => row.includes("货物"),
  政府采购工程支出: ({ row }) => row.includes("工程"),
  政府采购服务支出: ({ row }) => row.includes("服务"),
};

const BUDGETS = "一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款";
/** 三本预算的支出在本年支出合计行，年末结转和结余在年末财政拨款结转和结余行，栏名是预算的名称。 */
const BUDGET_SPENDING = new RegExp(`^(${BUDGETS})(支出|年末结转和结余)$`);
/** 收入和年初结转和结余在收入块，行名是预算的名称。 */
const BUDGET_INCOME = new RegExp(`^(${BUDGETS})(?:收入|年初结转和结余)$`);

/**
 * 算式里每个名称对着的那一格，行名、栏名合不合这个名称。返回不合的；`checked` 是看过几个。
 * 只看一个名称对一格的（直接取数的，和出处与名称一样多的算式）。
 */
export function misplaced(
  draft: Draft,
  labels: RawLabels,
): { readonly checked: number; readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  let checked = 0;
  for (const { id, figures } of draft.sections.flatMap(({ paragraphs }) => paragraphs)) {
    for (const figure of figures) {
      for (const [name, source] of pairs(figure)) {
        checked += 1;
        const found = labels.of(source);
        if (fits(name, source, found)) continue;
        wrong.push(
          `${id} ${figure.text} “${name}” 对着 ${source.sheet} ${source.address}（${found.row}；${found.column}）`,
        );
      }
    }
  }
  return { checked, wrong };
}

function pairs({ formula, from }: Figure): (readonly [string, FactSource])[] {
  const names = leaves(readFormula(formula)).flatMap(({ name, origin }) =>
    name !== "" && origin === "" ? [name] : [],
  );
  const distinct = [...new Set(names)];
  if (distinct.length !== from.length) return [];
  return distinct.flatMap((name, index) => {
    const source = from[index];
    return source === undefined ? [] : [[name, source] as const];
  });
}

function fits(name: string, { book }: FactSource, labels: Labels): boolean {
  const isPrior = name.startsWith("上年.");
  if (isPrior !== (book === "prior")) return false;
  const [, base = "", stage = ""] =
    /^(.*?)(年初预算数|全年预算数)?$/.exec(name.replace(/^上年\./, "")) ?? [];
  const { row, column } = labels;
  if (stage !== "" && !column.includes(stage)) return false;
  // 同一行有三栏预算、决算数的，不写预算数的名称指决算数。
  if (stage === "" && /预算数/.test(column)) return false;
  const special = ELSEWHERE[base];
  if (special !== undefined) return special(labels);
  const [, spending, what] = BUDGET_SPENDING.exec(base) ?? [];
  if (spending !== undefined) {
    const line = what === "支出" ? "本年支出合计" : "年末财政拨款结转和结余";
    return row.includes(line) && column.includes(spending);
  }
  const [, income] = BUDGET_INCOME.exec(base) ?? [];
  if (income !== undefined) return row.includes(income);
  const [, project] = /^“(.*)”项目(?:\d{3,5}|年末财政拨款结转和结余)?$/.exec(base) ?? [];
  if (project !== undefined) return row.includes(plain(project));
  const [, title = base, code] = /^(.*)（(\d{3,7})）$/.exec(base) ?? [];
  const wanted = plain(title);
  if (code !== undefined) return row.includes(code) || column.includes(wanted);
  return row.includes(wanted) || column.includes(wanted);
}
