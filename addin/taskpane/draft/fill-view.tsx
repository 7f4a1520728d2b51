import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import type { DraftSession } from "../../session/draft-session.ts";
import type { Composed } from "../../session/draft-session-compose.ts";
import { pathKey } from "../../session/draft-session-fields.ts";
import type { StoredData } from "../../session/stored-data.ts";
import { Fold } from "../shell/fold.tsx";
import { FillField, withTyped } from "./fill-field.tsx";
import { problemAt } from "./fill-problem.ts";

const useStyles = makeStyles({
  page: { maxWidth: "860px" },
  fields: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  title: { marginRight: tokens.spacingHorizontalS },
});

/** 只有人知道的内容，按节填写。 */
export function FillView({
  composed,
  data,
  session,
}: {
  readonly composed: Composed;
  readonly data: StoredData;
  readonly session: DraftSession;
}) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <p>
        表里没有、只有人知道的内容在这里填；填了即存，随工作簿保存，说明跟着更新。金额一律以元计。
      </p>
      {composed.groups.map((group) => {
        const left = group.fields.filter(({ open }) => open).length;
        return (
          <Fold
            key={group.id}
            open={left > 0}
            title={
              <>
                <span className={styles.title}>{group.title}</span>
                <Badge appearance="tint" color={left === 0 ? "success" : "danger"}>
                  {left === 0 ? "已填" : `还有 ${left} 项`}
                </Badge>
              </>
            }
          >
            <div className={styles.fields}>
              {group.fields.map((field) => (
                <FillField
                  key={pathKey(field.path)}
                  field={withTyped(field, data)}
                  problem={problemAt(composed.inputProblems, field.path)}
                  session={session}
                />
              ))}
            </div>
          </Fold>
        );
      })}
    </div>
  );
}
