import { Anchor, Badge, Card, Group, List, Loader, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { call, type Schemas } from "../api/client";
import { hasRole, type Me } from "../api/session";
import { DesksProblem } from "../parts/DesksProblem";
import { MeetingMinutes } from "../parts/MeetingMinutes";
import { MeetingTasks } from "../parts/MeetingTasks";
import { ProblemNote } from "../parts/ProblemNote";
import { ReasonLines } from "../parts/ReasonLines";
import { useDesks } from "../parts/useDesks";
import { useEdited } from "../parts/useEdited";
import { useSpeech } from "../words/locale";

type View = Schemas["MeetingView"];

/** A meeting: its agenda, what came of it, and what it gave to do. */
export function MeetingPage({ id, me }: { id: string; me: Me }) {
  const { t, dateTime } = useSpeech();
  const query = useQuery({ queryKey: ["meeting", id], queryFn: () => call<View>(`/meetings/${id}`) });
  const edited = useEdited(query.data?.etag);
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  const { meeting, tasks } = query.data.value;
  const mayWrite = hasRole(me, "analyst");
  return (
    <Stack data-testid="meeting">
      <Title order={1} size="h2">
        {meeting.content.title}
      </Title>
      <Group gap="xs">
        <Badge variant="light">{t(`meeting.kind.${meeting.content.kind ?? "strategy"}`)}</Badge>
        <Text size="sm">
          {[dateTime(meeting.content.starts_at), meeting.content.place].filter(Boolean).join(" · ")}
        </Text>
      </Group>
      <DesksProblem />
      <Agenda meeting={meeting} />
      {mayWrite ? (
        <MeetingMinutes key={edited.version} answer={query.data} edited={edited} />
      ) : (
        <Minutes meeting={meeting} />
      )}
      <MeetingTasks meeting={meeting} tasks={tasks} mayGive={mayWrite} />
      <Anchor component={Link} href={`/briefings/meeting/${meeting.id}`}>
        {t("meeting.briefing")}
      </Anchor>
    </Stack>
  );
}

function Agenda({ meeting }: { meeting: Schemas["Meeting"] }) {
  const { t, date } = useSpeech();
  const points = meeting.content.points ?? [];
  return (
    <Card withBorder data-testid="agenda">
      <Title order={2} size="h4">
        {t("meeting.agenda")}
      </Title>
      <Text size="sm" c="dimmed">
        {t("meeting.since", { date: date(meeting.since) })}
      </Text>
      {meeting.agenda.length === 0 ? <Text>{t("meeting.agendaEmpty")}</Text> : null}
      <ReasonLines reasons={meeting.agenda} />
      <Lines lines={points} />
    </Card>
  );
}

function Lines({ lines }: { lines: string[] | undefined }) {
  return (
    <List size="sm">
      {(lines ?? []).map((line, at) => (
        <List.Item key={`${at}-${line}`}>{line}</List.Item>
      ))}
    </List>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Text fw={600}>{title}</Text>
      {children}
    </div>
  );
}

/** What came of it, for who only reads it. */
function Minutes({ meeting }: { meeting: Schemas["Meeting"] }) {
  const { t } = useSpeech();
  const { nameOf } = useDesks();
  const attended = (meeting.content.attended ?? []).map((one) => `${nameOf(one.organisation)}: ${one.people}`);
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("meeting.minutes")}
      </Title>
      <Stack gap="xs">
        <Part title={t("meeting.attended")}>
          <Lines lines={attended} />
        </Part>
        <Part title={t("meeting.questions")}>
          <Lines lines={meeting.content.questions} />
        </Part>
        <Part title={t("meeting.decisions")}>
          <Lines lines={meeting.content.decisions} />
        </Part>
      </Stack>
    </Card>
  );
}
