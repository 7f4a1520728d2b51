import { Button } from "@fluentui/react-components";
import { useRef } from "react";

/** 从磁盘上选一个文件；文件只在本机读，不上传。 */
export function FilePicker({
  label,
  accept,
  disabled = false,
  onPick,
}: {
  readonly label: string;
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onPick: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button disabledFocusable={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // 清空，再选同一个文件也会触发。
          target.value = "";
          if (file !== undefined) onPick(file);
        }}
      />
    </>
  );
}
