import { Anchor, Badge, Button, Card, Group, Select, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { call, get, type Schemas } from "../api/client";
import { hasRole, useMe } from "../api/session";
import { PageList } from "../parts/PageList";
import { ProblemNote } from "../parts/ProblemNote";
import { useVocabulary } from "../parts/ReadingView";
import { usePages } from "../parts/usePages";
import { useSpeech } from "../words/locale";

type Lesson = Schemas["Lesson"];

export function LessonsPage() {
  const { t, pick, date } = useSpeech();
  const me = useMe().data;
  const list = usePages(["lessons"], "/lessons", (page: { lessons: Lesson[]; next?: string }) => page.lessons);
  return (
    <PageList
      title={t("lesson.title")}
      lead={t("lesson.lead")}
      empty={t("lesson.empty")}
      query={list}
      tools={me && hasRole(me, "analyst", "investigator") ? <NewLesson /> : null}
    >
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: "none" }}>
        {list.items.map((one) => (
          <Card component="li" withBorder p="sm" key={one.id} data-testid="lesson-line">
            <Group gap="xs">
              <Anchor component={Link} href={`/lessons/${one.id}`} fw={600}>
                {pick(one.content.title) || one.content.method}
              </Anchor>
              <Badge variant="light">{t(`lesson.state.${one.state}`)}</Badge>
              <Text size="sm">{date(one.made_at)}</Text>
              {one.origin ? <Text size="sm">{t("lesson.origin", { name: pick(one.origin) })}</Text> : null}
            </Group>
          </Card>
        ))}
      </Stack>
    </PageList>
  );
}

/** A method is chosen; what the tables say of it is the first draft. */
function NewLesson() {
  const { t, pick } = useSpeech();
  const [, go] = useLocation();
  const client = useQueryClient();
  const vocabulary = useVocabulary();
  const [method, setMethod] = useState<string | null>(null);
  const [key] = useState(() => crypto.randomUUID());
  const starting = useMutation({
    mutationFn: async () => {
      const proposal = await get<Schemas["LessonEdit"]>(`/lessons/proposal?method=${method}`);
      return call<Lesson>("/lessons", { method: "POST", body: proposal, idempotencyKey: key });
    },
    onSuccess: async ({ value }) => {
      await client.invalidateQueries();
      go(`/lessons/${value.id}`);
    },
  });
  const methods = (vocabulary.data?.playbooks ?? []).map((one) => ({ value: one.id, label: pick(one.name) }));
  return (
    <Card withBorder>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t("lesson.startLead")}
        </Text>
        <Group align="end">
          <Select label={t("lesson.of")} data={methods} value={method} onChange={setMethod} data-testid="method" />
          <Button disabled={!method} loading={starting.isPending} onClick={() => starting.mutate()}>
            {t("lesson.start")}
          </Button>
        </Group>
        <ProblemNote error={starting.error} />
      </Stack>
    </Card>
  );
}
