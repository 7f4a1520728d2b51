import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, memo, type ReactNode, useMemo } from "react";
import { SEVERITY_NAMES } from "../../../src/findings/finding.ts";
import { AUDIT_KIND_NAMES } from "../../../src/publish/audit-kinds.ts";
import type { ListedAuditFinding } from "../../session/audit-session-state.ts";
import { AuditLine, type LitPlace } from "./audit-line.tsx";
import { chunksOf, type TextLine, textLines } from "./text-marks.ts";

const useStyles = makeStyles({
  text: { maxWidth: "860px", minWidth: 0 },
  // 看不见的一块先不排版，几万字也不卡。
  chunk: { contentVisibility: "auto", containIntrinsicSize: "auto 1600px", padding: "0 3px" },
  detail: {
    margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}`,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderLeftWidth: "4px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

const NOTHING: readonly LitPlace[] = [];

/** 说明的原文，问题标在文中；窄的时候，选中那条的详情展开在它那一行下面。 */
export function AuditText({
  text,
  listed,
  selected,
  lit,
  detail,
  onOpen,
  onClose,
}: {
  readonly text: string;
  /** 要标出来的各条，按文中先后。 */
  readonly listed: readonly ListedAuditFinding[];
  readonly selected: ListedAuditFinding | null;
  readonly lit: readonly LitPlace[];
  readonly detail: ReactNode | null;
  readonly onOpen: (key: string) => void;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const chunks = useMemo(() => {
    const marks = listed.map(({ key, number, finding }) => ({
      key,
      number,
      severity: finding.severity,
      label: `${SEVERITY_NAMES[finding.severity]} ${number} ${AUDIT_KIND_NAMES[finding.kind]}`,
      start: finding.start,
      end: finding.end,
    }));
    return chunksOf(textLines(text, marks));
  }, [text, listed]);
  const reachable = (selected ?? listed[0])?.finding ?? null;
  const reachableNumber = (selected ?? listed[0])?.number ?? null;
  return (
    <section className={styles.text} aria-label="说明的原文">
      {chunks.map((lines) => {
        const start = lines[0]?.start ?? 0;
        const end = lines.at(-1)?.end ?? 0;
        const has = (place: LitPlace | null | undefined): boolean =>
          place !== null && place !== undefined && place.start <= end && place.end > start;
        const chosen = has(selected?.finding) ? selected : null;
        return (
          <Chunk
            key={start}
            className={styles.chunk}
            detailClass={styles.detail}
            lines={lines}
            selected={chosen}
            reachable={has(reachable) ? reachableNumber : null}
            lit={lit.some(has) ? lit : NOTHING}
            detail={chosen === null ? null : detail}
            onOpen={onOpen}
            onClose={onClose}
          />
        );
      })}
    </section>
  );
}

interface ChunkProps {
  readonly className: string;
  readonly detailClass: string;
  readonly lines: readonly TextLine[];
  readonly selected: ListedAuditFinding | null;
  readonly reachable: number | null;
  readonly lit: readonly LitPlace[];
  readonly detail: ReactNode | null;
  readonly onOpen: (key: string) => void;
  readonly onClose: () => void;
}

const Chunk = memo(function Chunk({
  className,
  detailClass,
  lines,
  selected,
  reachable,
  lit,
  detail,
  onOpen,
  onClose,
}: ChunkProps) {
  return (
    <div className={className}>
      {lines.map((line) => {
        const numbers = line.segments.flatMap(({ marks }) => marks.map(({ number }) => number));
        const here = lit.filter((place) => place.start < line.end && place.end > line.start);
        const opened =
          selected !== null &&
          detail !== null &&
          selected.finding.start >= line.start &&
          selected.finding.start < line.end;
        return (
          <Fragment key={line.start}>
            <AuditLine
              line={line}
              selected={
                selected !== null && numbers.includes(selected.number) ? selected.number : null
              }
              reachable={reachable !== null && numbers.includes(reachable) ? reachable : null}
              lit={here.length === 0 ? NOTHING : here}
              onOpen={onOpen}
            />
            {opened && (
              <section
                className={detailClass}
                tabIndex={-1}
                data-detail=""
                aria-label={`第 ${selected.number} 条问题`}
                onKeyDown={(event) => event.key === "Escape" && onClose()}
              >
                {detail}
              </section>
            )}
          </Fragment>
        );
      })}
    </div>
  );
});
