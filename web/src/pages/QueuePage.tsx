import { Anchor, Badge, Button, Card, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Schemas } from "../api/client";
import { useMe } from "../api/session";
import { PageList } from "../parts/PageList";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { usePages } from "../parts/usePages";
import { useSpeech } from "../words/locale";

type Task = Schemas["Task"];

/** Where a task is done. */
function placeOf(task: Task): string {
  switch (task.kind) {
    case "judge_link":
      return `/links/${task.object}`;
    case "confirm_dossier":
      return `/dossiers/${task.object}`;
    case "approve_alert":
    case "decide_hold":
    case "correct_alert":
      return `/alerts/${task.object}`;
    case "hand_over":
    case "visit_unacknowledged":
    case "follow_up":
      return `/hand-overs/${task.object}`;
    case "keep_promise":
      return `/visits/${task.object}`;
    case "consultation":
    case "decide_referral":
      return `/consultations/${task.object}`;
    case "approve_lesson":
      return `/lessons/${task.object}`;
    case "meeting_task":
      return `/meetings/tasks/${task.object}`;
    default:
      return `/reports/${task.object}`;
  }
}

export function QueuePage() {
  const { t } = useSpeech();
  const [isMine, setMine] = useState(false);
  const path = isMine ? "/queue?mine=true" : "/queue";
  const queue = usePages(["queue", isMine], path, (page: { tasks: Task[]; next?: string }) => page.tasks);
  return (
    <PageList
      title={t("queue.title")}
      lead={t("queue.lead")}
      empty={t("queue.empty")}
      query={queue}
      tools={
        <Checkbox
          label={t("queue.mine")}
          checked={isMine}
          onChange={(event) => setMine(event.currentTarget.checked)}
        />
      }
    >
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: "none" }}>
        {queue.items.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </Stack>
    </PageList>
  );
}

function TaskLine({ task }: { task: Task }) {
  const { t, date, dateTime, pick } = useSpeech();
  const me = useMe().data;
  const change = useChange();
  const isLate = new Date(task.due_at).getTime() < Date.now();
  const isBarred = task.not_by !== undefined && task.not_by !== "" && task.not_by === me?.name;
  const isMine = task.owner === me?.name;
  const move = (verb: string) => change.mutate({ path: `/tasks/${task.id}/${verb}`, etag: `"${task.revision}"` });
  return (
    <Card component="li" withBorder p="sm" data-testid={`task-${task.kind}`}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          {task.may_do ? (
            <Anchor component={Link} href={placeOf(task)} fw={600}>
              {t(`task.${task.kind}`)}
            </Anchor>
          ) : (
            <Text fw={600}>{t(`task.${task.kind}`)}</Text>
          )}
          {task.about ? <Text>{pick(task.about)}</Text> : null}
          {task.desk ? (
            <Text>
              {t("queue.liesWith")}: {pick(task.desk)}
            </Text>
          ) : null}
          {task.stage !== "none" ? <Badge variant="outline">{t(`stage.${task.stage}`)}</Badge> : null}
          {task.band !== "log" ? <Badge>{t(`band.${task.band}`)}</Badge> : null}
          {isLate ? <Badge color="red">{t("queue.late")}</Badge> : null}
        </Group>
        <Group gap="xs">
          <Text size="sm">
            {t("queue.since")}: {date(task.made_at)} · {t("queue.due")}: {dateTime(task.due_at)}
          </Text>
          {task.owner ? (
            <Text size="sm">
              {t("queue.owner")}: {task.owner}
            </Text>
          ) : null}
          {task.may_do && !task.owner && !isBarred ? (
            <Button size="compact-sm" variant="light" onClick={() => move("take")} loading={change.isPending}>
              {t("queue.take")}
            </Button>
          ) : null}
          {isMine ? (
            <Button size="compact-sm" variant="default" onClick={() => move("give-back")} loading={change.isPending}>
              {t("queue.giveBack")}
            </Button>
          ) : null}
        </Group>
      </Group>
      {isBarred ? (
        <Text size="sm" c="dimmed">
          {t("queue.notYou")}
        </Text>
      ) : null}
      {task.escalated_at ? (
        <Text size="sm">
          {t("queue.escalated")} ({dateTime(task.escalated_at)})
        </Text>
      ) : null}
      {task.note ? <Text size="sm">{task.note}</Text> : null}
      <ProblemNote error={change.error} />
    </Card>
  );
}
