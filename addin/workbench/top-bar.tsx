import { Button, Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FileHost } from "../host/file/file-host.ts";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px 12px",
    padding: "4px 8px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  name: {
    flexGrow: 1,
    minWidth: "160px",
    margin: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
});

interface TopBarProps {
  readonly host: FileHost;
  readonly onClose: () => void;
}

/** 工作台的顶栏：文件名、记不记住填写的内容、换一个文件。 */
export function TopBar({ host, onClose }: TopBarProps) {
  const styles = useStyles();
  const [remembered, setRemembered] = useState(host.data.remembered);
  return (
    <header className={styles.bar}>
      <Text as="h1" weight="semibold" className={styles.name} title={host.fileName}>
        {host.fileName}
      </Text>
      <Checkbox
        size="medium"
        label="在本机浏览器里记住填写的内容"
        checked={remembered}
        onChange={(_, { checked }) => {
          host.data.remember(checked === true);
          setRemembered(host.data.remembered);
        }}
      />
      <Button size="small" onClick={onClose}>
        换一个文件
      </Button>
    </header>
  );
}
