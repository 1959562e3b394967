import { Anchor, Button, Card, Group, Select, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Schemas } from "../api/client";
import { useSpeech } from "../words/locale";
import { ProblemNote } from "./ProblemNote";
import { useChange } from "./useChange";
import { useDesks } from "./useDesks";
import { dayAfter } from "./visitDraft";

type Task = Schemas["MeetingTask"];

interface Props {
  meeting: Schemas["Meeting"];
  tasks: Task[];
  mayGive: boolean;
}

export function MeetingTasks({ meeting, tasks, mayGive }: Props) {
  const { t } = useSpeech();
  return (
    <Card withBorder data-testid="meeting-tasks">
      <Title order={2} size="h4">
        {t("meeting.tasks")}
      </Title>
      <Stack gap="sm">
        {tasks.length === 0 ? <Text>{t("meeting.noTasks")}</Text> : null}
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
        {mayGive ? <GiveTask key={tasks.length} meeting={meeting} /> : null}
      </Stack>
    </Card>
  );
}

export function TaskLine({ task }: { task: Task }) {
  const { t, date } = useSpeech();
  const { nameOf } = useDesks();
  const who = [nameOf(task.content.desk), task.content.owner].filter(Boolean).join(" · ");
  return (
    <div data-testid="meeting-task">
      <Anchor component={Link} href={`/meetings/tasks/${task.id}`} style={{ overflowWrap: "anywhere" }}>
        {task.content.what}
      </Anchor>
      <Group gap="xs">
        <Text size="sm">{who}</Text>
        <Text size="sm">{t("meeting.dueOn", { date: date(task.content.due_on) })}</Text>
        {task.answered_at ? null : <Text size="sm">{t("meeting.waiting")}</Text>}
      </Group>
      {task.answered_at ? (
        <Text size="sm" className="narrative">
          {t("meeting.answered", {
            date: date(task.answered_at),
            by: task.answered_by ?? "",
            answer: task.answer ?? "",
          })}
        </Text>
      ) : null}
    </div>
  );
}

function GiveTask({ meeting }: { meeting: Schemas["Meeting"] }) {
  const { t, pick } = useSpeech();
  const { desks } = useDesks();
  const change = useChange(() => {
    setWhat("");
    setKey(crypto.randomUUID());
  });
  const [desk, setDesk] = useState<string | null>(null);
  const [owner, setOwner] = useState("");
  const [what, setWhat] = useState("");
  const [due, setDue] = useState(() => dayAfter(new Date(), 14));
  const [key, setKey] = useState(() => crypto.randomUUID());
  const give = () =>
    change.mutate({
      path: `/meetings/${meeting.id}/tasks`,
      idempotencyKey: key,
      body: { desk, what, due_on: due, ...(owner ? { owner } : {}) },
    });
  return (
    <Stack gap="xs" data-testid="give-task">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t("meeting.desk")}
          data={desks.map((one) => ({ value: one.id, label: pick(one.name) }))}
          value={desk}
          onChange={setDesk}
        />
        <TextInput label={t("meeting.task")} maxLength={1000} value={what} onChange={(e) => setWhat(e.currentTarget.value)} />
        <TextInput
          label={t("meeting.owner")}
          maxLength={64}
          autoComplete="off"
          value={owner}
          onChange={(e) => setOwner(e.currentTarget.value.trim())}
        />
        <TextInput type="date" label={t("meeting.due")} value={due} onChange={(e) => setDue(e.currentTarget.value)} />
      </SimpleGrid>
      <ProblemNote error={change.error} />
      <Group>
        <Button variant="light" disabled={!desk || !what.trim() || !due} loading={change.isPending} onClick={give}>
          {t("meeting.give")}
        </Button>
      </Group>
    </Stack>
  );
}
