/** The reporters' door: small, without sign-in. */
import { StrictMode, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { Anchor, Container, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { get, type Schemas } from "./api/client";
import { Frame } from "./parts/Frame";
import { ProblemNote } from "./parts/ProblemNote";
import { Providers } from "./parts/Providers";
import { useSpeech } from "./words/locale";
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
        <Ways here={hash} />
      </Container>
    </Frame>
  );
}

/** Where else to go from the door. */
function Ways({ here }: { here: string }) {
  const { t } = useSpeech();
  const ways = [
    { hash: "", word: "report.title" },
    { hash: "#mailbox", word: "report.mailbox" },
    { hash: "#notices", word: "report.notices" },
  ] as const;
  return (
    <Group component="nav" aria-label={t("app.menu")} mt="xl" gap="lg">
      {ways
        .filter((way) => way.hash !== here)
        .map((way) => (
          <Anchor key={way.hash} href={`/report.html${way.hash || "#"}`}>
            {t(way.word)}
          </Anchor>
        ))}
      <Anchor href="/">{t("report.staff")}</Anchor>
    </Group>
  );
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <Providers>
      <Door />
    </Providers>
  </StrictMode>,
);
