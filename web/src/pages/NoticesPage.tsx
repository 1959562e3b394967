import { Card, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { get, type Schemas } from "../api/client";
import { AlertTextView } from "../parts/AlertTextView";
import { ProblemNote } from "../parts/ProblemNote";
import { useSpeech } from "../words/locale";

/** Public notices in force; for everybody. */
export function NoticesPage() {
  const { t, pick, date } = useSpeech();
  const notices = useQuery({
    queryKey: ["notices"],
    queryFn: () => get<{ notices: Schemas["Notice"][] }>("/door/notices"),
  });
  return (
    <Stack>
      <Title order={1}>{t("report.notices")}</Title>
      <ProblemNote error={notices.error} retry={() => notices.refetch()} />
      {notices.data?.notices.length === 0 ? <Text>{t("app.empty")}</Text> : null}
      {notices.data?.notices.map((notice) => (
        <Card withBorder key={notice.id} component="article">
          <Title order={2} size="h3">
            {pick(notice.title)}
          </Title>
          <Text size="sm" c="dimmed">
            {date(notice.sent_at)}
          </Text>
          <AlertTextView text={notice.text} />
        </Card>
      ))}
    </Stack>
  );
}
