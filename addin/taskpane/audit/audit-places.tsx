import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ClaimsReport, TextPlace } from "../../../src/audit/audit-result.ts";
import { sectionName } from "../../../src/audit/structure/section-name.ts";
import { withoutTables } from "../../../src/publish/audit-summary.ts";
import { Fold } from "../shell/fold.tsx";
import type { LitPlace } from "./audit-line.tsx";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    display: "block",
    width: "100%",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "left",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  quote: { color: tokens.colorBrandForegroundLink },
  small: { display: "block", color: tokens.colorNeutralForeground3 },
});

/** 先列这么多处，其余点开再看。 */
const FEW = 30;

/** 还没有填的、没有与表对照的、没有核对的（各写为什么）；点了到文中那一处去。 */
export function AuditPlaces({
  claims,
  onPlace,
}: {
  readonly claims: ClaimsReport;
  readonly onPlace: (place: LitPlace) => void;
}) {
  const named = (places: readonly TextPlace[]) =>
    places.map((place) => ({ ...place, why: sectionName(place.section) }));
  const gaps = named(claims.gaps);
  const typed = named(withoutTables({ claims }));
  const unchecked = claims.unchecked.map((claim) => ({
    ...claim,
    why: `${sectionName(claim.section)}：${claim.why}原句：${claim.sentence.replace(/\s+/g, "")}`,
  }));
  return (
    <div>
      <Places
        title={`还没有填的 ${gaps.length} 处，填好之前不能公开`}
        places={gaps}
        onPlace={onPlace}
      />
      <Places
        title={`没有与表对照的数 ${typed.length} 个，只在文中说得通`}
        places={typed}
        onPlace={onPlace}
      />
      <Places title={`无法核对的数 ${unchecked.length} 个`} places={unchecked} onPlace={onPlace} />
    </div>
  );
}

function Places({
  title,
  places,
  onPlace,
}: {
  readonly title: string;
  readonly places: readonly (LitPlace & { readonly quote: string; readonly why: string })[];
  readonly onPlace: (place: LitPlace) => void;
}) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  if (places.length === 0) return null;
  const shown = all ? places : places.slice(0, FEW);
  return (
    <Fold title={title}>
      <ul className={styles.list}>
        {shown.map((place) => (
          <li key={`${place.start}-${place.end}`}>
            <button type="button" className={styles.item} onClick={() => onPlace(place)}>
              <span className={styles.quote}>{place.quote.replace(/\s+/g, "")}</span>
              <span className={styles.small}>{place.why}</span>
            </button>
          </li>
        ))}
      </ul>
      {places.length > shown.length && (
        <Button size="small" onClick={() => setAll(true)}>
          显示全部 {places.length} 处
        </Button>
      )}
    </Fold>
  );
}
