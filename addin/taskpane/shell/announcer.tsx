import { makeStyles } from "@fluentui/react-components";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";

/** 念给读屏软件听的一句话；页面上看不见。 */
type Announce = (message: string) => void;

const AnnounceContext = createContext<Announce>(() => {});

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

const useStyles = makeStyles({
  region: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: "-1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

export function Announcer({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const [said, setSaid] = useState({ message: "", times: 0 });
  const announce = useCallback<Announce>((message) => {
    setSaid(({ times }) => ({ message, times: times + 1 }));
  }, []);
  // 同一句话再说一遍时，末尾换一个看不见的空格，读屏软件才会再念。
  const text = useMemo(
    () => (said.times % 2 === 0 ? said.message : `${said.message}\u00a0`),
    [said],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className={styles.region}>
        {text}
      </div>
    </AnnounceContext>
  );
}
