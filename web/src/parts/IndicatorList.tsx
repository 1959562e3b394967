import { Badge, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import type { Schemas } from "../api/client";
import { useSpeech } from "../words/locale";
import { ProblemNote } from "./ProblemNote";
import { useVocabulary } from "./ReadingView";
import { useChange } from "./useChange";

const mayChange = ["released", "vetted_behaviour", "second_reader"];

/** Each proposed act with its words: a person says whether it is there. */
export function IndicatorList({ record, etag }: { record: Schemas["ReportRecord"]; etag: string | undefined }) {
  const { t, pick } = useSpeech();
  const vocabulary = useVocabulary();
  const change = useChange();
  const all = [...(vocabulary.data?.indicators ?? []), ...(vocabulary.data?.counters ?? [])];
  const entry = (id: string) => all.find((one) => one.id === id);
  const innocent = (id: string) => pick(vocabulary.data?.indicators.find((one) => one.id === id)?.innocent_reading);
  const say = (id: string, tick: string) =>
    change.mutate({ path: `/reports/${record.id}/indicators/${id}`, method: "PUT", body: { tick }, etag });
  const isOpen = mayChange.includes(record.state);
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("record.indicators")}
      </Title>
      <Stack gap="sm" mt="xs">
        {record.indicators.map((one) => (
          <Group key={one.id} justify="space-between" gap="xs" data-testid={`indicator-${one.id}`}>
            <div>
              <Text fw={600}>
                {one.id} {pick(entry(one.id)?.name)}{" "}
                <Badge variant="light" component="span">
                  {t(`record.${one.tick}`)}
                </Badge>
              </Text>
              {one.quote ? <Text size="sm">“{one.quote.text}”</Text> : null}
              {innocent(one.id) ? (
                <Text size="sm" c="dimmed">
                  {t("record.innocent")}: {innocent(one.id)}
                </Text>
              ) : null}
            </div>
            {isOpen ? (
              <Group gap={4}>
                {one.tick !== "ticked" ? (
                  <Button size="compact-sm" variant="light" color="green" loading={change.isPending} onClick={() => say(one.id, "ticked")}>
                    {t("record.tick")}
                  </Button>
                ) : null}
                {one.tick !== "rejected" ? (
                  <Button size="compact-sm" variant="light" color="gray" loading={change.isPending} onClick={() => say(one.id, "rejected")}>
                    {t("record.reject")}
                  </Button>
                ) : null}
                {one.tick !== "proposed" ? (
                  <Button size="compact-sm" variant="subtle" loading={change.isPending} onClick={() => say(one.id, "proposed")}>
                    {t("record.reopen")}
                  </Button>
                ) : null}
              </Group>
            ) : null}
          </Group>
        ))}
      </Stack>
      <ProblemNote error={change.error} />
    </Card>
  );
}
