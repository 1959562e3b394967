import { Button, Card, Checkbox, Group, Radio, SimpleGrid, Stack, Textarea, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import type { Schemas } from "../api/client";
import { useSpeech } from "../words/locale";
import { emptyFact, factEdit, factKinds, factPurposes, isComplete, type FactDraft, type FactKind, type FactPurpose } from "./factDraft";
import { ProblemNote } from "./ProblemNote";
import { useChange } from "./useChange";

interface PartProps {
  draft: FactDraft;
  set: (change: Partial<FactDraft>) => void;
}

/** A small fact in under a minute: the usual is chosen, four lines are written. */
export function FactForm() {
  const { t } = useSpeech();
  const [, go] = useLocation();
  const [draft, setDraft] = useState(() => emptyFact(new Date()));
  const [key] = useState(() => crypto.randomUUID());
  const set = (change: Partial<FactDraft>) => setDraft((now) => ({ ...now, ...change }));
  const change = useChange<Schemas["FactView"]>(({ value }) => go(`/facts/${value.fact.id}`));
  return (
    <Card withBorder data-testid="fact-form">
      <Title order={2} size="h4">
        {t("fact.new")}
      </Title>
      <Stack gap="sm">
        <Seen draft={draft} set={set} />
        <Line draft={draft} set={set} field="plate" word="fact.plate" />
        <Purpose draft={draft} set={set} />
        <Marks draft={draft} set={set} />
        <ProblemNote error={change.error} />
        <Button
          size="lg"
          disabled={!isComplete(draft)}
          loading={change.isPending}
          onClick={() => change.mutate({ path: "/facts", body: factEdit(draft), idempotencyKey: key })}
        >
          {t("fact.save")}
        </Button>
      </Stack>
    </Card>
  );
}

type LineField = "place" | "plate" | "phone" | "service" | "account" | "url" | "area" | "why";
type LineWord = "fact.place" | "fact.plate" | "fact.phone" | "fact.service" | "fact.account" | "fact.url" | "fact.area" | "fact.why";

function Line({ draft, set, field, word }: PartProps & { field: LineField; word: LineWord }) {
  const { t } = useSpeech();
  return (
    <TextInput
      label={t(word)}
      maxLength={100}
      autoComplete="off"
      value={draft[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
}

function Seen({ draft, set }: PartProps) {
  const { t } = useSpeech();
  return (
    <>
      <Radio.Group label={t("fact.kind")} value={draft.kind} onChange={(kind) => set({ kind: kind as FactKind })}>
        <Group gap="md" mt="xs">
          {factKinds.map((kind) => (
            <Radio key={kind} value={kind} label={t(`fact.kind.${kind}`)} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        label={t("fact.text")}
        autosize
        minRows={2}
        maxLength={2000}
        value={draft.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <Line draft={draft} set={set} field="place" word="fact.place" />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput type="date" label={t("fact.seenOn")} value={draft.day} onChange={(e) => set({ day: e.currentTarget.value })} />
        <TextInput type="time" label={t("fact.seenTime")} value={draft.time} onChange={(e) => set({ time: e.currentTarget.value })} />
      </SimpleGrid>
      <Checkbox label={t("fact.about")} checked={draft.isAbout} onChange={(e) => set({ isAbout: e.currentTarget.checked })} />
    </>
  );
}

function Purpose({ draft, set }: PartProps) {
  const { t } = useSpeech();
  return (
    <>
      <Radio.Group
        label={t("fact.purpose")}
        value={draft.purpose}
        onChange={(purpose) => set({ purpose: purpose as FactPurpose })}
      >
        <Stack gap="xs" mt="xs">
          {factPurposes.map((purpose) => (
            <Radio key={purpose} value={purpose} label={t(`fact.purpose.${purpose}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Line draft={draft} set={set} field="why" word="fact.why" />
    </>
  );
}

function Marks({ draft, set }: PartProps) {
  const { t } = useSpeech();
  return (
    <details>
      <summary>{t("fact.more")}</summary>
      <Stack gap="sm" mt="xs">
        <Line draft={draft} set={set} field="phone" word="fact.phone" />
        <Line draft={draft} set={set} field="service" word="fact.service" />
        <Line draft={draft} set={set} field="account" word="fact.account" />
        <Line draft={draft} set={set} field="url" word="fact.url" />
        <Line draft={draft} set={set} field="area" word="fact.area" />
      </Stack>
    </details>
  );
}
