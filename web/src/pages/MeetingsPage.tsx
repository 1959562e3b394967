import { Anchor, Badge, Button, Card, Checkbox, Group, Radio, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { call, type Schemas } from "../api/client";
import { hasRole, useMe } from "../api/session";
import { DesksProblem } from "../parts/DesksProblem";
import { linesOf } from "../parts/lines";
import { PageList } from "../parts/PageList";
import { ProblemNote } from "../parts/ProblemNote";
import { useDesks } from "../parts/useDesks";
import { usePages } from "../parts/usePages";
import { localMinute } from "../parts/visitDraft";
import { useSpeech } from "../words/locale";

type Meeting = Schemas["Meeting"];

export function MeetingsPage() {
  const { t, dateTime } = useSpeech();
  const me = useMe().data;
  const list = usePages(["meetings"], "/meetings", (page: { meetings: Meeting[]; next?: string }) => page.meetings);
  return (
    <PageList
      title={t("meeting.title")}
      lead={t("meeting.lead")}
      empty={t("meeting.empty")}
      query={list}
      tools={me && hasRole(me, "analyst") ? <CallMeeting /> : null}
    >
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: "none" }}>
        {list.items.map((one) => (
          <Card component="li" withBorder p="sm" key={one.id}>
            <Group gap="xs">
              <Anchor component={Link} href={`/meetings/${one.id}`} fw={600}>
                {one.content.title}
              </Anchor>
              <Badge variant="light">{t(`meeting.kind.${one.content.kind ?? "strategy"}`)}</Badge>
              <Text size="sm">{dateTime(one.content.starts_at)}</Text>
            </Group>
          </Card>
        ))}
      </Stack>
    </PageList>
  );
}

function CallMeeting() {
  const { t, pick } = useSpeech();
  const [, go] = useLocation();
  const client = useQueryClient();
  const { desks } = useDesks();
  const [kind, setKind] = useState<"strategy" | "briefing">("strategy");
  const [title, setTitle] = useState("");
  const [when, setWhen] = useState(() => localMinute(new Date()));
  const [place, setPlace] = useState("");
  const [invited, setInvited] = useState<string[]>([]);
  const [points, setPoints] = useState("");
  const [key] = useState(() => crypto.randomUUID());
  const body = () => ({
    kind,
    title,
    starts_at: new Date(when).toISOString(),
    invited,
    points: linesOf(points),
    ...(place ? { place } : {}),
  });
  const calling = useMutation({
    mutationFn: () => call<Schemas["MeetingView"]>("/meetings", { method: "POST", body: body(), idempotencyKey: key }),
    onSuccess: async ({ value }) => {
      await client.invalidateQueries();
      go(`/meetings/${value.meeting.id}`);
    },
  });
  return (
    <Card withBorder data-testid="call-meeting">
      <Stack gap="sm">
        <Radio.Group label={t("meeting.kind")} value={kind} onChange={(one) => setKind(one as "strategy" | "briefing")}>
          <Group mt="xs">
            <Radio value="strategy" label={t("meeting.kind.strategy")} />
            <Radio value="briefing" label={t("meeting.kind.briefing")} />
          </Group>
        </Radio.Group>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextInput label={t("meeting.what")} maxLength={200} value={title} onChange={(e) => setTitle(e.currentTarget.value)} />
          <TextInput type="datetime-local" label={t("meeting.when")} value={when} onChange={(e) => setWhen(e.currentTarget.value)} />
          <TextInput label={t("meeting.where")} maxLength={200} value={place} onChange={(e) => setPlace(e.currentTarget.value)} />
        </SimpleGrid>
        <DesksProblem />
        <Checkbox.Group label={t("meeting.invited")} value={invited} onChange={setInvited}>
          <Group mt="xs" gap="md">
            {desks.map((desk) => (
              <Checkbox key={desk.id} value={desk.id} label={pick(desk.name)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Textarea label={t("meeting.points")} autosize value={points} onChange={(e) => setPoints(e.currentTarget.value)} />
        <ProblemNote error={calling.error} />
        <Button disabled={!title.trim() || !when} loading={calling.isPending} onClick={() => calling.mutate()}>
          {t("meeting.call")}
        </Button>
      </Stack>
    </Card>
  );
}
