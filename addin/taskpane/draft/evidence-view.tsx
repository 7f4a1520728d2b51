import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { yuanText } from "../../../src/money/cents.ts";
import type { Breakdown, Driver, Evidence } from "../../../src/narrative/evidence/evidence.ts";
import { evidenceLines, partName } from "../../../src/narrative/evidence/evidence-lines.ts";
import type { FactSource } from "../../../src/narrative/fact.ts";
import { CellLinks } from "./cell-links.tsx";
import { groupedYuan } from "./figure-value.ts";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  text: { margin: 0 },
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  numbers: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    fontVariantNumeric: "tabular-nums",
  },
});

/** 一个变动的依据：变了多少，哪几个部分动得最多（两头的数、差、单元格），旁边的人数、批次。 */
export function EvidenceView({
  evidence,
  onReveal,
}: {
  readonly evidence: Evidence;
  readonly onReveal: (source: FactSource) => void;
}) {
  const styles = useStyles();
  const { main, alternatives, subject, now, before, cents } = evidence;
  const breakdowns = main === null ? alternatives : [main, ...alternatives];
  const [chosen, setChosen] = useState(0);
  const shown = breakdowns[chosen];
  const beside = evidenceLines({ ...evidence, main: null });
  const base = evidence.against === "上年" ? "上年" : "预算";
  return (
    <section className={styles.box} aria-label="依据">
      <div>
        <span className={styles.name}>{subject}</span>
        <Numbers base={base} before={before.cents} now={now.cents} cents={cents} />
      </div>
      {breakdowns.length > 1 && (
        <Field label="怎样分" orientation="horizontal">
          <Select
            size="small"
            value={String(chosen)}
            onChange={(_, { value }) => setChosen(Number(value))}
          >
            {breakdowns.map(({ by }, index) => (
              <option key={by} value={index}>
                {by}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {shown === undefined ? (
        <p className={styles.text}>表里看不出是哪些部分动了。</p>
      ) : (
        <Parts breakdown={shown} base={base} onReveal={onReveal} />
      )}
      {beside.length > 0 && (
        <ul className={styles.list} aria-label="旁证">
          {beside.map(({ text, from }) => (
            <li key={text}>
              {text}
              <CellLinks sources={from} onReveal={onReveal} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Parts({
  breakdown: { drivers, rest, others, unread },
  base,
  onReveal,
}: {
  readonly breakdown: Breakdown;
  readonly base: string;
  readonly onReveal: (source: FactSource) => void;
}) {
  const styles = useStyles();
  return (
    <>
      <ol className={styles.list} aria-label="动得最多的部分">
        {drivers.map((driver) => (
          <li key={`${driver.kind}/${driver.key}`}>
            <span className={styles.name}>{partName(driver)}</span>
            <Numbers
              base={base}
              before={driver.before.cents}
              now={driver.now.cents}
              cents={driver.cents}
            />
            <CellLinks sources={sourcesOf(driver)} onReveal={onReveal} />
          </li>
        ))}
      </ol>
      {rest !== 0 && (
        <p className={styles.text}>
          其余{others === 0 ? "" : ` ${others} 个部分`}合计{moved(rest)}。
        </p>
      )}
      {unread.length > 0 && (
        <p className={styles.text}>读不出、没有算进来的：{unread.join("、")}。</p>
      )}
    </>
  );
}

function Numbers({
  base,
  before,
  now,
  cents,
}: {
  readonly base: string;
  readonly before: number;
  readonly now: number;
  readonly cents: number;
}) {
  const styles = useStyles();
  return (
    <div className={styles.numbers}>
      <span>
        {base} {amount(before)}
      </span>
      <span>本年 {amount(now)}</span>
      <span>{moved(cents)}</span>
    </div>
  );
}

function sourcesOf({ now, before }: Driver): readonly FactSource[] {
  return [...before.from, ...now.from];
}

function moved(cents: number): string {
  return `${cents > 0 ? "增加" : "减少"} ${amount(Math.abs(cents))} 元`;
}

function amount(cents: number): string {
  return groupedYuan(yuanText(cents));
}
