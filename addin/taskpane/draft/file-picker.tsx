import { Button } from "@fluentui/react-components";
import { useRef } from "react";

interface PickerProps {
  readonly label: string;
  readonly accept: string;
  readonly disabled?: boolean;
}

/** 从磁盘上选一个文件；文件只在本机读，不上传。 */
export function FilePicker({
  onPick,
  ...props
}: PickerProps & { readonly onPick: (file: File) => void }) {
  return (
    <FilesPicker
      {...props}
      onPick={([file]) => {
        if (file !== undefined) onPick(file);
      }}
    />
  );
}

/** 从磁盘上选几个文件（`of` 为 folder 时选一个文件夹）；只在本机读，不上传。 */
export function FilesPicker({
  label,
  accept,
  disabled = false,
  of = "file",
  onPick,
}: PickerProps & {
  readonly of?: "file" | "files" | "folder";
  readonly onPick: (files: readonly File[]) => void;
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
        multiple={of !== "file"}
        {...(of === "folder" ? { webkitdirectory: "" } : {})}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // 清空，再选同样的也会触发。
          target.value = "";
          if (files.length > 0) onPick(files);
        }}
      />
    </>
  );
}
