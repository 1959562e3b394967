/** The reporters' door: small, without sign-in. */
import { StrictMode, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { Container } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { get, type Schemas } from "./api/client";
import { Frame } from "./parts/Frame";
import { ProblemNote } from "./parts/ProblemNote";
import { Providers } from "./parts/Providers";
import "./style.css";
import { MailboxPage } from "./pages/MailboxPage";
import { NoticesPage } from "./pages/NoticesPage";
import { ReportPage } from "./pages/ReportPage";

function useHash(): string {
  return useSyncExternalStore(
    (changed) => {
      addEventListener("hashchange", changed);
      return () => removeEventListener("hashchange", changed);
    },
    () => location.hash,
  );
}

function Door() {
  const hash = useHash();
  const settings = useQuery({
    queryKey: ["door"],
    queryFn: () => get<Schemas["DoorSettings"]>("/door/settings"),
  });
  return (
    <Frame isDemonstration={settings.data?.demonstration ?? false} links={[]}>
      <Container size="sm" px={0}>
        <ProblemNote error={settings.error} retry={() => settings.refetch()} />
        {hash === "#mailbox" ? (
          <MailboxPage />
        ) : hash === "#notices" ? (
          <NoticesPage />
        ) : (
          <ReportPage emergencyLine={settings.data?.emergency_line ?? "110"} />
        )}
      </Container>
    </Frame>
  );
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <Providers>
      <Door />
    </Providers>
  </StrictMode>,
);
