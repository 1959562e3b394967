import { Badge, Button, Card, Checkbox, Group, Loader, Radio, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call, get, type Answer, type Schemas } from "../api/client";
import { hasRole, type Me } from "../api/session";
import { LessonCard } from "../parts/LessonCard";
import { PrintSheet } from "../parts/PrintSheet";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { useEdited, type Edited } from "../parts/useEdited";
import { useVocabulary } from "../parts/ReadingView";
import { useSpeech } from "../words/locale";

type Lesson = Schemas["Lesson"];
type Edit = Schemas["LessonEdit"];

/** A lesson as it would be told, its draft to write on, and the steps to its approval. */
export function LessonPage({ id, me }: { id: string; me: Me }) {
  const { t } = useSpeech();
  const query = useQuery({ queryKey: ["lesson", id], queryFn: () => call<Lesson>(`/lessons/${id}`) });
  const edited = useEdited(query.data?.etag);
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  const lesson = query.data.value;
  const mayWrite = lesson.state === "draft" && hasRole(me, "analyst", "investigator");
  return (
    <Stack data-testid="lesson">
      <Standing lesson={lesson} />
      <div className="sheet">
        <LessonCard lesson={lesson.content} level={1} />
      </div>
      <PrintSheet />
      {mayWrite ? <LessonForm key={edited.version} answer={query.data} edited={edited} /> : null}
      <Steps answer={query.data} me={me} isEdited={edited.isEdited} />
    </Stack>
  );
}

function Standing({ lesson }: { lesson: Lesson }) {
  const { t, pick, date } = useSpeech();
  return (
    <Group gap="xs" className="no-print">
      <Badge data-testid="lesson-state">{t(`lesson.state.${lesson.state}`)}</Badge>
      <Text size="sm" data-testid="lesson-from">
        {lesson.origin ? t("lesson.origin", { name: pick(lesson.origin) }) : t("lesson.by", { name: lesson.by })}
      </Text>
      {lesson.decided_by ? <Text size="sm">{t("lesson.decided", { name: lesson.decided_by })}</Text> : null}
      {lesson.approved_at ? <Text size="sm">{date(lesson.approved_at)}</Text> : null}
      {lesson.note ? <Text size="sm">{lesson.note}</Text> : null}
    </Group>
  );
}

const texts = [
  ["title", "lesson.headline"],
  ["story", "lesson.story"],
  ["innocent", "lesson.innocent"],
  ["advice", "lesson.advice"],
] as const;
const markings = ["CLEAR", "GREEN", "AMBER"] as const;

function LessonForm({ answer, edited }: { answer: Answer<Lesson>; edited: Edited }) {
  const { t } = useSpeech();
  const change = useChange(edited.saved);
  const [draft, setDraft] = useState<Edit>(answer.value.content);
  const set = (part: Partial<Edit>) => {
    edited.touch();
    setDraft((now) => ({ ...now, ...part }));
  };
  const etag = change.isError ? answer.etag : edited.version;
  const save = () => change.mutate({ path: `/lessons/${answer.value.id}`, method: "PUT", etag, body: draft });
  return (
    <Card withBorder className="no-print" data-testid="lesson-form">
      <Stack gap="sm">
        {texts.map(([field, word]) => (
          <SimpleGrid key={field} cols={{ base: 1, sm: 2 }}>
            {(["ja", "en"] as const).map((side) => (
              <Textarea
                key={side}
                autosize
                lang={side}
                label={t(side === "ja" ? "lesson.inJa" : "lesson.inEn", { field: t(word) })}
                value={draft[field][side]}
                onChange={(event) => set({ [field]: { ...draft[field], [side]: event.currentTarget.value } })}
              />
            ))}
          </SimpleGrid>
        ))}
        <Signs draft={draft} set={set} />
        <Sources draft={draft} set={set} />
        <Radio.Group label={t("lesson.tlp")} value={draft.tlp ?? "GREEN"} onChange={(tlp) => set({ tlp: tlp as "GREEN" })}>
          <Group mt="xs">
            {markings.map((one) => (
              <Radio key={one} value={one} label={t(`lesson.tlp.${one}`)} />
            ))}
          </Group>
        </Radio.Group>
        <ProblemNote error={change.error} />
        <Button onClick={save} loading={change.isPending}>
          {t("app.save")}
        </Button>
      </Stack>
    </Card>
  );
}

interface PartProps {
  draft: Edit;
  set: (part: Partial<Edit>) => void;
}

function Signs({ draft, set }: PartProps) {
  const { t, pick } = useSpeech();
  const vocabulary = useVocabulary();
  return (
    <Checkbox.Group label={t("lesson.signs")} value={draft.signs} onChange={(signs) => set({ signs })}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" mt="xs">
        {(vocabulary.data?.indicators ?? []).map((one) => (
          <Checkbox key={one.id} value={one.id} label={pick(one.name)} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}

function Sources({ draft, set }: PartProps) {
  const { t } = useSpeech();
  const query = useQuery({
    queryKey: ["cases"],
    queryFn: () => get<{ cases: Schemas["PublicCase"][] }>("/cases"),
    staleTime: Infinity,
  });
  const published = draft.sources.filter((one) => one.kind === "published").map((one) => one.id);
  const own = draft.sources.find((one) => one.kind === "consultation")?.id ?? "";
  const put = (cases: string[], consultation: string) =>
    set({
      sources: [
        ...cases.map((id) => ({ kind: "published" as const, id })),
        ...(consultation ? [{ kind: "consultation" as const, id: consultation }] : []),
      ],
    });
  return (
    <>
      <Checkbox.Group label={t("lesson.sources")} value={published} onChange={(cases) => put(cases, own)}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
          {(query.data?.cases ?? []).map((one) => (
            <Checkbox key={one.id} value={one.id} label={`${one.id}: ${one.title} (${one.year})`} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <TextInput
        label={t("lesson.ownCase")}
        value={own}
        maxLength={36}
        autoComplete="off"
        onChange={(event) => put(published, event.currentTarget.value.trim())}
      />
    </>
  );
}

function Steps({ answer, me, isEdited }: { answer: Answer<Lesson>; me: Me; isEdited: boolean }) {
  const { t } = useSpeech();
  const change = useChange();
  const [note, setNote] = useState("");
  const { value: lesson, etag } = answer;
  if (lesson.origin) return null;
  const step = (kind: Schemas["LessonStep"]["kind"]) =>
    change.mutate({ path: `/lessons/${lesson.id}/steps`, etag, body: { kind, ...(note ? { note } : {}) } });
  const maySubmit = lesson.state === "draft" && hasRole(me, "analyst", "investigator");
  const mayDecide = lesson.state === "submitted" && hasRole(me, "approver") && !lesson.writers?.includes(me.name);
  const mayWithdraw = lesson.state === "approved" && hasRole(me, "approver") && !lesson.writers?.includes(me.name);
  if (!maySubmit && !mayDecide && !mayWithdraw) return null;
  return (
    <Card withBorder className="no-print">
      <Stack gap="sm">
        {maySubmit ? null : (
          <TextInput label={t("app.reason")} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        )}
        {maySubmit && isEdited ? <Text size="sm">{t("lesson.saveFirst")}</Text> : null}
        <Group>
          {maySubmit ? (
            <Button disabled={isEdited} onClick={() => step("submit")}>
              {t("lesson.submit")}
            </Button>
          ) : null}
          {mayDecide ? <Button onClick={() => step("approve")}>{t("lesson.approve")}</Button> : null}
          {mayDecide ? (
            <Button variant="default" onClick={() => step("send_back")}>
              {t("lesson.sendBack")}
            </Button>
          ) : null}
          {mayWithdraw ? (
            <Button variant="default" onClick={() => step("withdraw")}>
              {t("lesson.withdraw")}
            </Button>
          ) : null}
        </Group>
        <ProblemNote error={change.error} />
      </Stack>
    </Card>
  );
}
