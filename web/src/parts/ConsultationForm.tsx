import { Alert, Button, Card, Group, Radio, Select, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { get, type Schemas } from "../api/client";
import { useSpeech } from "../words/locale";
import { answered, answerTo, isByWord, nextQuestion, questions, type Draft, type Question } from "./consultationDraft";

interface Props {
  draft: Draft;
  set: (draft: Draft) => void;
}

const ways = ["phone", "counter", "visit", "message"] as const;
const callers = ["employee", "company_officer", "management", "family", "other"] as const;
const yes = ["yes", "no", "unknown"] as const;

/** The questions, the next best one first; the marks of a trade secret last. */
export function ConsultationForm({ draft, set, told }: Props & { told: Question[] | undefined }) {
  const { t } = useSpeech();
  const next = nextQuestion(draft, told);
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t("consult.way")}
          allowDeselect={false}
          data={ways.map((value) => ({ value, label: t(`way.${value}`) }))}
          value={draft.way}
          onChange={(way) => set({ ...draft, way: (way ?? "phone") as Draft["way"] })}
        />
        <Select
          label={t("consult.caller")}
          allowDeselect={false}
          data={callers.map((value) => ({ value, label: t(`caller.${value}`) }))}
          value={draft.caller}
          onChange={(caller) => set({ ...draft, caller: (caller ?? "employee") as Draft["caller"] })}
        />
      </SimpleGrid>
      <Firm draft={draft} set={set} />
      <Alert variant="light" title={t("consult.next")} data-testid="next-question">
        {next ? t(`question.${next}`) : t("consult.allAsked")}
      </Alert>
      <Card withBorder>
        <Title order={2} size="h4">
          {t("consult.all")}
        </Title>
        <Stack gap="md">
          {questions.map((question) => (
            <AnswerLine key={question} question={question} draft={draft} set={set} />
          ))}
        </Stack>
      </Card>
      <Secret draft={draft} set={set} />
    </Stack>
  );
}

function Firm({ draft, set }: Props) {
  const { t, pick } = useSpeech();
  const [words, setWords] = useState("");
  const [asked] = useDebouncedValue(words, 250);
  const found = useQuery({
    queryKey: ["firms", asked],
    queryFn: () =>
      get<{ organisations: Schemas["Organisation"][] }>(`/organisations?kind=company&limit=5&q=${encodeURIComponent(asked)}`),
    enabled: asked.trim() !== "",
  });
  const chosen = useQuery({
    queryKey: ["organisation", draft.firm],
    queryFn: () => get<Schemas["OrganisationView"]>(`/organisations/${draft.firm}`),
    enabled: Boolean(draft.firm),
  });
  return (
    <Stack gap="xs">
      <TextInput label={t("consult.firmFind")} value={words} autoComplete="off" onChange={(e) => setWords(e.currentTarget.value)} />
      {draft.firm ? (
        <Text>
          {t("consult.firm")}: {pick(chosen.data?.organisation.name)}
        </Text>
      ) : null}
      <Group gap="xs">
        {(found.data?.organisations ?? []).map((firm) => (
          <Button key={firm.id} size="compact-sm" variant="light" onClick={() => set({ ...draft, firm: firm.id })}>
            {pick(firm.name)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

function AnswerLine({ question, draft, set }: Props & { question: Question }) {
  const { t } = useSpeech();
  const answer = answerTo(draft, question);
  const label = t(`question.${question}`);
  if (!isByWord(question)) {
    return (
      <Textarea
        label={label}
        autosize
        maxLength={4000}
        value={answer.text ?? ""}
        onChange={(event) => set(answered(draft, { ...answer, text: event.currentTarget.value }))}
      />
    );
  }
  return (
    <YesLine
      label={label}
      value={answer.yes ?? "unknown"}
      change={(value) => set(answered(draft, { ...answer, yes: value }))}
    />
  );
}

function YesLine({ label, value, change }: { label: string; value: string; change: (value: Schemas["Yes"]) => void }) {
  const { t } = useSpeech();
  return (
    <Radio.Group label={label} value={value} onChange={(next) => change(next as Schemas["Yes"])}>
      <Group gap="md" mt="xs">
        {yes.map((word) => (
          <Radio key={word} value={word} label={t(`yes.${word}`)} />
        ))}
      </Group>
    </Radio.Group>
  );
}

const marks = [
  ["managed_as_secret", "consult.managed"],
  ["useful", "consult.useful"],
  ["not_public", "consult.notPublic"],
] as const;

function Secret({ draft, set }: Props) {
  const { t } = useSpeech();
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("consult.secret")}
      </Title>
      <Stack gap="sm">
        {marks.map(([mark, word]) => (
          <YesLine
            key={mark}
            label={t(word)}
            value={draft.secret?.[mark] ?? "unknown"}
            change={(value) => set({ ...draft, secret: { ...draft.secret, [mark]: value } })}
          />
        ))}
      </Stack>
    </Card>
  );
}
