import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Progress } from "../../host/host.ts";

const useStyles = makeStyles({
  box: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  what: { flexGrow: 1, minWidth: 0 },
});

/** 半秒以内做完的事不闪进度条。 */
const DELAY = 500;

/** 超过半秒的事：在做什么、做到哪里，可以取消。 */
export function TaskProgress({
  busy,
  onCancel,
}: {
  readonly busy: Progress | null;
  readonly onCancel: () => void;
}) {
  const styles = useStyles();
  const [late, setLate] = useState(false);
  const working = busy !== null;
  useEffect(() => {
    setLate(false);
    if (!working) return;
    const timer = setTimeout(() => setLate(true), DELAY);
    return () => clearTimeout(timer);
  }, [working]);
  if (busy === null || !late) return null;
  const known = busy.total > 0;
  return (
    <div className={styles.box}>
      <div className={styles.what}>
        <div id="task-progress-what">
          {busy.what}
          {known ? `（${busy.done}/${busy.total}）` : "…"}
        </div>
        <ProgressBar
          aria-labelledby="task-progress-what"
          {...(known ? { value: busy.done, max: busy.total } : {})}
        />
      </div>
      <Button onClick={onCancel}>取消</Button>
    </div>
  );
}
