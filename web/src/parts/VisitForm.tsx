import { Button, Card, Checkbox, Group, Radio, SimpleGrid, Stack, Text, TextInput, Textarea, Title } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import { call, type Schemas } from "../api/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useSpeech } from "../words/locale";
import { ProblemNote } from "./ProblemNote";
import { useVocabulary } from "./ReadingView";
import { attendees, emptyDraft, visitEdit, type Attendee, type VisitDraft } from "./visitDraft";

type Brief = Schemas["VisitBrief"];

const promises = ["promise.material", "promise.answer", "promise.again", "promise.talk"] as const;
const spans = [
  [7, "visit.week"],
  [14, "visit.twoWeeks"],
  [30, "visit.month"],
] as const;

interface PartProps {
  draft: VisitDraft;
  set: (change: Partial<VisitDraft>) => void;
}

/** A visit in a few taps: everything that is usual is chosen, the rest is ticked. */
export function VisitForm({ brief }: { brief: Brief }) {
  const { t } = useSpeech();
  const [, go] = useLocation();
  const client = useQueryClient();
  const sites = (brief.firm.sites ?? []).map((site) => site.name);
  const [draft, setDraft] = useState(() => emptyDraft(new Date(), sites));
  const [key] = useState(() => crypto.randomUUID());
  const set = (change: Partial<VisitDraft>) => setDraft((now) => ({ ...now, ...change }));
  const sending = useMutation({
    mutationFn: () =>
      call<Schemas["Visit"]>("/visits", { method: "POST", body: visitEdit(brief.firm.id, draft), idempotencyKey: key }),
    onSuccess: async ({ value }) => {
      await client.invalidateQueries();
      go(`/visits/${value.id}`);
    },
  });
  return (
    <Card withBorder data-testid="visit-form">
      <Title order={2} size="h4">
        {t("visit.log")}
      </Title>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("visit.logLead")}
        </Text>
        <Who draft={draft} set={set} />
        <What draft={draft} set={set} brief={brief} />
        <Promised draft={draft} set={set} />
        <Textarea
          label={t("visit.asked")}
          autosize
          maxLength={2000}
          value={draft.asked}
          onChange={(event) => set({ asked: event.currentTarget.value })}
        />
        <Where draft={draft} set={set} sites={sites} />
        <ProblemNote error={sending.error} />
        <Button size="lg" disabled={draft.attendees.length === 0} loading={sending.isPending} onClick={() => sending.mutate()}>
          {t("visit.send")}
        </Button>
      </Stack>
    </Card>
  );
}

function Who({ draft, set }: PartProps) {
  const { t } = useSpeech();
  return (
    <Checkbox.Group label={t("visit.who")} value={draft.attendees} onChange={(roles) => set({ attendees: roles as Attendee[] })}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs" mt="xs">
        {attendees.map((role) => (
          <Checkbox key={role} value={role} label={t(`attendee.${role}`)} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}

/** Alerts without an answer first, then the lessons and the cards that the firm has not seen, then the others. */
function What({ draft, set, brief }: PartProps & { brief: Brief }) {
  const { t, pick } = useSpeech();
  const vocabulary = useVocabulary();
  const cards = vocabulary.data?.playbooks ?? [];
  const isUntold = (id: string) => brief.methods_untold.includes(id);
  const sorted = [...cards.filter((card) => isUntold(card.id)), ...cards.filter((card) => !isUntold(card.id))];
  return (
    <Checkbox.Group label={t("visit.shown")} value={draft.shown} onChange={(shown) => set({ shown })}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
        {brief.alerts.map((one) => (
          <Checkbox key={one.alert} value={`alert ${one.alert}`} label={pick(one.title)} />
        ))}
        {brief.lessons_untold.map((one) => (
          <Checkbox key={one.id} value={`lesson ${one.id}`} label={pick(one.title)} />
        ))}
        {sorted.map((card) => (
          <Checkbox key={card.id} value={`method ${card.id}`} label={pick(card.name)} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}

function Promised({ draft, set }: PartProps) {
  const { t } = useSpeech();
  return (
    <Stack gap="xs">
      <TextInput
        label={t("visit.promised")}
        maxLength={1000}
        autoComplete="off"
        value={draft.promised}
        onChange={(event) => set({ promised: event.currentTarget.value })}
      />
      <Group gap="xs">
        {promises.map((word) => (
          <Button key={word} size="compact-sm" variant="light" onClick={() => set({ promised: t(word) })}>
            {t(word)}
          </Button>
        ))}
      </Group>
      <Radio.Group label={t("visit.until")} value={String(draft.days)} onChange={(days) => set({ days: Number(days) })}>
        <Group gap="md" mt="xs">
          {spans.map(([days, word]) => (
            <Radio key={days} value={String(days)} label={t(word)} />
          ))}
        </Group>
      </Radio.Group>
    </Stack>
  );
}

function Where({ draft, set, sites }: PartProps & { sites: string[] }) {
  const { t } = useSpeech();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput
        type="datetime-local"
        label={t("visit.when")}
        value={draft.when}
        onChange={(event) => set({ when: event.currentTarget.value })}
      />
      {sites.length > 1 ? (
        <Radio.Group label={t("visit.site")} value={draft.site} onChange={(site) => set({ site })}>
          <Stack gap="xs" mt="xs">
            {sites.map((site) => (
              <Radio key={site} value={site} label={site} />
            ))}
          </Stack>
        </Radio.Group>
      ) : null}
    </SimpleGrid>
  );
}
