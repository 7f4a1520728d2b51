import { makeStyles, Subtitle1, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  start: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  text: { margin: 0 },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
  },
});

const NO_WORKBOOK_YET =
  "还没有报表？请让管理员给出工作台的地址，在那里可以打开示例工作簿试一试；也可以用 Excel 打开示例工作簿，再点“核对”。";

/** 还没有核对过：说明会做什么、不会做什么，没有报表的先用示例试。 */
export function CheckStart({
  place,
  canOpenSample,
}: {
  readonly place: "excel" | "workbench";
  readonly canOpenSample: boolean;
}) {
  const styles = useStyles();
  return (
    <section className={styles.start} aria-labelledby="check-start">
      <Subtitle1 as="h2" id="check-start" className={styles.text}>
        核对这本工作簿
      </Subtitle1>
      <ul className={styles.list}>
        <li>先认出各张决算表（财决01 至附03、公开01 至 13），再按勾稽关系逐条核对。</li>
        <li>每条问题说明错在哪里、为什么要紧、怎么办；点一下就到那一格去。</li>
        <li>改了数，只重读改动的表，清单自动更新。</li>
        <li>报表只读不改；数据不离开这台电脑。</li>
      </ul>
      {place === "excel" && <p className={styles.text}>{NO_WORKBOOK_YET}</p>}
      {canOpenSample && <p className={styles.text}>想先试一试，可以打开示例工作簿。</p>}
    </section>
  );
}
