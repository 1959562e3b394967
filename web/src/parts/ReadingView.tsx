import { Alert, Badge, Card, Group, List, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { get, type Schemas } from "../api/client";
import { useSpeech } from "../words/locale";

export function useVocabulary() {
  return useQuery({
    queryKey: ["vocabulary"],
    queryFn: () => get<Schemas["Vocabulary"]>("/door/vocabulary"),
    staleTime: Infinity,
  });
}

interface Hit {
  id: string;
  quote: string;
}

/** What the words alone suggest, each act with its words, the innocent reading beside it. */
export function ReadingView({ reading }: { reading: Schemas["Reading"] }) {
  const { t, pick } = useSpeech();
  const vocabulary = useVocabulary();
  const hits = (reading.indicators ?? []) as Hit[];
  const entry = (id: string) => vocabulary.data?.indicators.find((one) => one.id === id);
  return (
    <Card withBorder role="status" data-testid="reading">
      <Stack gap="xs">
        <Title order={2} size="h4">
          {t("report.reading")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("report.readingNote")}
        </Text>
        <Group gap="xs">
          <Badge variant="light">{t(`kind.${reading.kind}`)}</Badge>
          {reading.score !== null ? <Badge>{t(`band.${reading.band}`)}</Badge> : null}
          {reading.stage !== "none" ? <Badge variant="outline">{t(`stage.${reading.stage}`)}</Badge> : null}
        </Group>
        {hits.length === 0 ? <Text>{t("report.nothingFound")}</Text> : null}
        <List>
          {hits.map((hit, at) => (
            <List.Item key={`${hit.id}-${at}`}>
              <Text span fw={600}>
                {pick(entry(hit.id)?.name) || hit.id}
              </Text>
              <Text span> — “{hit.quote}”</Text>
              {entry(hit.id)?.innocent_reading ? (
                <Text size="sm" c="dimmed">
                  {t("report.innocent")}: {pick(entry(hit.id)?.innocent_reading)}
                </Text>
              ) : null}
            </List.Item>
          ))}
        </List>
        {reading.advice?.length ? (
          <Alert title={t("report.advice")}>
            <List>
              {reading.advice.map((line: string) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          </Alert>
        ) : null}
      </Stack>
    </Card>
  );
}
