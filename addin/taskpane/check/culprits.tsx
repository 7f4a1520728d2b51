import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { type Correction, type Culprit, listTogether } from "../../../src/findings/culprit.ts";
import type { CellRef } from "../../../src/findings/finding.ts";
import { CellButton } from "./cell-button.tsx";
import { shownContent } from "./check-report.ts";

const useStyles = makeStyles({
  box: {
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: { padding: `${tokens.spacingVerticalXS} 0` },
  about: {
    padding: `0 ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
});

/** 先列这么多处，其余点开再看。 */
const FEW = 5;

/** 最可能填错的单元格：现在是多少、应是多少、凭什么；点了就到那一格去。 */
export function Culprits({
  culprits,
  nameOf,
  onReveal,
}: {
  readonly culprits: readonly Culprit[];
  readonly nameOf: (sheet: string) => string;
  readonly onReveal: (cell: CellRef) => void;
}) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  if (culprits.length === 0) return null;
  const shown = all ? culprits : culprits.slice(0, FEW);
  return (
    <section className={styles.box} aria-labelledby="culprits-title">
      <h2 className={styles.title} id="culprits-title">
        最可能填错的单元格
      </h2>
      <ul className={styles.list}>
        {shown.map((one) => (
          <CulpritItem
            key={`${one.book}!${one.sheet}!${one.address}!${one.row}!${one.shouldBe}`}
            culprit={one}
            form={nameOf(one.sheet)}
            onReveal={onReveal}
          />
        ))}
      </ul>
      {culprits.length > shown.length && (
        <Button size="small" onClick={() => setAll(true)}>
          显示全部 {culprits.length} 处
        </Button>
      )}
    </section>
  );
}

function CulpritItem({
  culprit,
  form,
  onReveal,
}: {
  readonly culprit: Culprit;
  readonly form: string;
  readonly onReveal: (cell: CellRef) => void;
}) {
  const styles = useStyles();
  const { listed, more } = listTogether(culprit);
  const cells: readonly Correction[] = [culprit, ...listed];
  return (
    <li className={styles.item}>
      {cells.map((each) => (
        <CellButton
          key={`${each.address}!${each.row}`}
          cell={cellOf(culprit, each)}
          form={form}
          onReveal={onReveal}
        />
      ))}
      <div className={styles.about}>
        {culprit.alternative === true && "另一种可能："}
        应为 {cells.map((each) => shownContent(each.column, each.shouldBe)).join("、")}
        {more > 0 && ` 等，共 ${cells.length + more} 格须一并改正`}。{culprit.clue}
        {culprit.explains.length > 0 && `改正后 ${culprit.explains.join("、")} 成立。`}
      </div>
    </li>
  );
}

function cellOf({ book, sheet }: Culprit, { address, row, column, is }: Correction): CellRef {
  return { book, sheet, address, row, column, value: is };
}
