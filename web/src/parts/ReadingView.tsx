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

const entityKinds = ["person", "organisation", "place", "phone", "email", "handle", "url", "date", "money"] as const;

interface Entity {
  kind: (typeof entityKinds)[number];
  text: string;
}

/** Names, places and numbers of the text, each once, so that the reporter sees what they are taken for. */
function EntityLines({ entities }: { entities: Entity[] }) {
  const { t } = useSpeech();
  const rows = entityKinds
    .map((kind) => ({ kind, texts: [...new Set(entities.filter((one) => one.kind === kind).map((one) => one.text))] }))
    .filter((row) => row.texts.length > 0);
  if (rows.length === 0) return null;
  return (
    <Stack gap={4} data-testid="entities">
      <Text fw={600}>{t("report.entities")}</Text>
      <List>
        {rows.map((row) => (
          <List.Item key={row.kind}>
            {t(`entity.${row.kind}`)}: {row.texts.join(" / ")}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
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
        <EntityLines entities={reading.entities ?? []} />
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
