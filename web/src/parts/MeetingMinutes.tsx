import { Button, Card, Checkbox, SimpleGrid, Stack, Textarea, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { get, type Answer, type Schemas } from "../api/client";
import { useSpeech } from "../words/locale";
import { linesOf, textOf } from "./lines";
import { ProblemNote } from "./ProblemNote";
import { useChange } from "./useChange";
import { useDesks } from "./useDesks";
import type { Edited } from "./useEdited";

type View = Schemas["MeetingView"];
type Edit = Schemas["MeetingEdit"];

/** Who took part, what was told, asked and decided. */
export function MeetingMinutes({ answer, edited }: { answer: Answer<View>; edited: Edited }) {
  const { t } = useSpeech();
  const change = useChange(edited.saved);
  const { meeting } = answer.value;
  const [people, setPeople] = useState<Record<string, string>>(() => peopleOf(meeting.content));
  const [told, setTold] = useState<string[]>(meeting.content.told ?? []);
  const [questions, setQuestions] = useState(textOf(meeting.content.questions));
  const [decisions, setDecisions] = useState(textOf(meeting.content.decisions));
  const body: Edit = {
    ...meeting.content,
    attended: attendedOf(people),
    told,
    questions: linesOf(questions),
    decisions: linesOf(decisions),
  };
  const etag = change.isError ? answer.etag : edited.version;
  const save = () => change.mutate({ path: `/meetings/${meeting.id}`, method: "PUT", etag, body });
  return (
    <Card withBorder data-testid="minutes" onChange={edited.touch}>
      <Title order={2} size="h4">
        {t("meeting.minutes")}
      </Title>
      <Stack gap="sm">
        <Attendance meeting={meeting} people={people} setPeople={setPeople} />
        <Told told={told} setTold={setTold} />
        <Textarea label={t("meeting.questions")} autosize value={questions} onChange={(e) => setQuestions(e.currentTarget.value)} />
        <Textarea label={t("meeting.decisions")} autosize value={decisions} onChange={(e) => setDecisions(e.currentTarget.value)} />
        <ProblemNote error={change.error} />
        <Button onClick={save} loading={change.isPending}>
          {t("app.save")}
        </Button>
      </Stack>
    </Card>
  );
}

function peopleOf(content: Edit): Record<string, string> {
  return Object.fromEntries((content.attended ?? []).map((one) => [one.organisation, String(one.people)]));
}

function attendedOf(people: Record<string, string>): Schemas["Attendance"][] {
  return Object.entries(people)
    .map(([organisation, count]) => ({ organisation, people: Number(count) }))
    .filter((one) => Number.isInteger(one.people) && one.people > 0);
}

interface AttendanceProps {
  meeting: Schemas["Meeting"];
  people: Record<string, string>;
  setPeople: (people: Record<string, string>) => void;
}

/** The desks that were called, and the one that called them. */
function Attendance({ meeting, people, setPeople }: AttendanceProps) {
  const { t } = useSpeech();
  const { nameOf } = useDesks();
  const desks = [...new Set([meeting.organisation, ...(meeting.content.invited ?? []), ...Object.keys(people)])];
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      {desks.map((desk) => (
        <TextInput
          key={desk}
          type="number"
          min={0}
          label={t("meeting.people", { desk: nameOf(desk) })}
          value={people[desk] ?? ""}
          onChange={(event) => setPeople({ ...people, [desk]: event.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
}

function Told({ told, setTold }: { told: string[]; setTold: (told: string[]) => void }) {
  const { t, pick } = useSpeech();
  const query = useQuery({
    queryKey: ["lessons", "approved"],
    queryFn: () => get<{ lessons: Schemas["Lesson"][] }>("/lessons?state=approved&limit=200"),
  });
  const lessons = query.data?.lessons ?? [];
  if (query.error) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  if (lessons.length === 0) return null;
  return (
    <Checkbox.Group label={t("meeting.told")} value={told} onChange={setTold}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
        {lessons.map((one) => (
          <Checkbox key={one.id} value={one.id} label={pick(one.content.title)} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
