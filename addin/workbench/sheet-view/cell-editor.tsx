import { makeStyles, tokens } from "@fluentui/react-components";
import { type CSSProperties, useEffect, useRef, useState } from "react";

const useStyles = makeStyles({
  input: {
    position: "absolute",
    zIndex: 2,
    boxSizing: "border-box",
    minWidth: "120px",
    font: "inherit",
    fontSize: "13px",
    paddingInline: "4px",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorBrandStroke1}`,
  },
});

interface CellEditorProps {
  readonly label: string;
  readonly initial: string;
  readonly place: CSSProperties;
  readonly onCommit: (text: string) => void;
  readonly onCancel: () => void;
}

/** 试改一格的输入框：回车确定，Esc 放弃，移开焦点等于确定。 */
export function CellEditor({ label, initial, place, onCommit, onCancel }: CellEditorProps) {
  const styles = useStyles();
  const [text, setText] = useState(initial);
  const input = useRef<HTMLInputElement>(null);
  const finished = useRef(false);
  useEffect(() => input.current?.select(), []);

  const finish = (commit: boolean) => {
    if (finished.current) return;
    finished.current = true;
    if (commit && text !== initial) onCommit(text);
    else onCancel();
  };

  return (
    <input
      ref={input}
      className={styles.input}
      style={place}
      aria-label={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") finish(true);
        if (event.key === "Escape") finish(false);
      }}
    />
  );
}
