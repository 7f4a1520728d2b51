import { MessageBar, MessageBarBody, makeStyles, Title3, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  panel: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    maxWidth: "640px",
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** 审稿还没有做好：说清楚，并告诉现在能怎么做。 */
export function AuditPanel() {
  const styles = useStyles();
  return (
    <section className={styles.panel} aria-label="审稿">
      <Title3 as="h2">审稿</Title3>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          这个功能还没有做好：以后可以在这里核对已写好的决算说明，逐句检查文中的数与决算表是否一致。
        </MessageBarBody>
      </MessageBar>
      <p>现在可以这样核对一份写好的说明：</p>
      <ol className={styles.list}>
        <li>在“核对”里核对报表，先把表里的错误改完。</li>
        <li>在“起草说明”里按表起草一份，每个数都能点开看出处。</li>
        <li>把起草的文字与写好的说明逐段对照，数字以起草的为准。</li>
      </ol>
    </section>
  );
}
