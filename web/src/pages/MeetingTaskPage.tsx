import { Anchor, Button, Card, Loader, Stack, Text, Textarea, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { call, type Schemas } from "../api/client";
import { DesksProblem } from "../parts/DesksProblem";
import { TaskLine } from "../parts/MeetingTasks";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { useMe } from "../api/session";
import { useSpeech } from "../words/locale";

type Task = Schemas["MeetingTask"];

/** What a meeting gave a desk to do, and what came of it. */
export function MeetingTaskPage({ id }: { id: string }) {
  const { t } = useSpeech();
  const me = useMe().data;
  const change = useChange();
  const [text, setText] = useState("");
  const query = useQuery({ queryKey: ["meeting task", id], queryFn: () => call<Task>(`/meeting-tasks/${id}`) });
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  const { value: task, etag } = query.data;
  const mayAnswer = me?.organisation.id === task.content.desk;
  const answer = () => change.mutate({ path: `/meeting-tasks/${id}/answer`, method: "PUT", etag, body: { text } });
  return (
    <Stack data-testid="answer-task">
      <Title order={1} size="h2">
        {t("task.meeting_task")}
      </Title>
      <DesksProblem />
      <Card withBorder>
        <TaskLine task={task} />
      </Card>
      {task.answered_at ? (
        <Text role="status">{t("meeting.saved")}</Text>
      ) : mayAnswer ? (
        <>
          <Textarea label={t("meeting.answer")} autosize maxLength={4000} value={text} onChange={(e) => setText(e.currentTarget.value)} />
          <ProblemNote error={change.error} />
          <Button disabled={!text.trim()} loading={change.isPending} onClick={answer}>
            {t("meeting.sendAnswer")}
          </Button>
        </>
      ) : null}
      <Anchor component={Link} href={`/meetings/${task.meeting}`}>
        {t("meeting.toMeeting")}
      </Anchor>
    </Stack>
  );
}
