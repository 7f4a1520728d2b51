import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ChartData } from "../../../src/narrative/draft.ts";
import { drawnChart } from "../../../src/publish/charts/chart-labels.ts";
import type { ChartStyle } from "../../../src/publish/charts/chart-style.ts";
import { chartDescription } from "../../../src/publish/charts/chart-xml.ts";
import { chartSvg, svgAddress } from "./chart-svg.ts";

const useStyles = makeStyles({
  image: {
    display: "block",
    width: "100%",
    maxWidth: "430px",
    height: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** 图的预览；插入工作表、存成 .docx 的是可以编辑数据的原生图表。 */
export function ChartPreview({
  chart,
  style,
}: {
  readonly chart: ChartData;
  readonly style: ChartStyle;
}) {
  const styles = useStyles();
  const address = useMemo(() => svgAddress(chartSvg(chart, style)), [chart, style]);
  return (
    <img
      className={styles.image}
      src={address}
      width={430}
      height={230}
      alt={chartDescription(drawnChart(chart))}
    />
  );
}
