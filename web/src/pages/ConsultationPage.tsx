import { Alert, Anchor, Badge, Button, Card, Group, Loader, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { call, type Answer, type Schemas } from "../api/client";
import { hasRole, type Me } from "../api/session";
import { ConsultationForm } from "../parts/ConsultationForm";
import { draftOf, emptyDraft } from "../parts/consultationDraft";
import { ProblemNote } from "../parts/ProblemNote";
import { ReasonLines } from "../parts/ReasonLines";
import { useSpeech } from "../words/locale";
import { ConsultationSteps } from "./ConsultationSteps";

type View = Schemas["ConsultationView"];

/** A consultation: taken down, gone on with, and what became of it. */
export function ConsultationPage({ id, me }: { id?: string; me: Me }) {
  const { t } = useSpeech();
  const query = useQuery({
    queryKey: ["consultation", id],
    queryFn: () => call<View>(`/consultations/${id}`),
    enabled: id !== undefined,
  });
  if (id === undefined) return <Conversation answer={undefined} me={me} />;
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  return <Conversation key={query.data.etag} answer={query.data} me={me} />;
}

function Conversation({ answer, me }: { answer: Answer<View> | undefined; me: Me }) {
  const { t, date } = useSpeech();
  const view = answer?.value;
  const isOpen = !view || view.consultation.state !== "closed";
  const mayWrite = isOpen && hasRole(me, "station_officer", "analyst");
  return (
    <Stack data-testid="consultation">
      <Title order={1} size="h2">
        {view ? t("consult.of", { date: date(view.consultation.made_at) }) : t("consult.new")}
      </Title>
      <Text c="dimmed">{t("consult.lead")}</Text>
      {view ? <Standing view={view} /> : null}
      {view ? <Counsel view={view} /> : null}
      {mayWrite ? <Writing answer={answer} /> : view ? <Taken view={view} /> : null}
      {answer && isOpen ? <ConsultationSteps answer={answer} me={me} /> : null}
    </Stack>
  );
}

function Standing({ view }: { view: View }) {
  const { t, dateTime } = useSpeech();
  const { consultation } = view;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Badge data-testid="consultation-state">{t(`consult.state.${consultation.state}`)}</Badge>
        {consultation.outcome ? <Badge variant="light">{t(`outcome.${consultation.outcome}`)}</Badge> : null}
        {consultation.state === "open" ? <Text size="sm">{t("consult.due", { date: dateTime(consultation.due_at) })}</Text> : null}
      </Group>
      {consultation.referral_reason ? <Text>{t("consult.referred", { reason: consultation.referral_reason })}</Text> : null}
      {consultation.law ? <Text>{consultation.law}</Text> : null}
      {consultation.report ? (
        <Anchor component={Link} href={`/reports/${consultation.report}`}>
          {t("consult.toReport")}
        </Anchor>
      ) : null}
    </Stack>
  );
}

function Counsel({ view }: { view: View }) {
  const { t } = useSpeech();
  return (
    <>
      <Alert color="orange" variant="light" title={t("consult.notToAsk")} data-testid="not-to-ask">
        <ReasonLines reasons={view.not_to_ask} />
      </Alert>
      <Card withBorder data-testid="counsel">
        <Title order={2} size="h4">
          {t("consult.advice")}
        </Title>
        <ReasonLines reasons={view.counsel} />
        <Title order={2} size="h4" mt="sm">
          {t("consult.coaching")}
        </Title>
        <ReasonLines reasons={view.coaching} />
        <Title order={2} size="h4" mt="sm">
          {t("consult.secret")}
        </Title>
        <ReasonLines reasons={view.secret} />
      </Card>
    </>
  );
}

/** What was taken down, for who only reads it. */
function Taken({ view }: { view: View }) {
  const { t } = useSpeech();
  return (
    <Card withBorder>
      <Stack gap="xs">
        {(view.consultation.answers ?? []).map((one) => (
          <div key={one.question}>
            <Text size="sm" c="dimmed">
              {t(`question.${one.question}`)}
            </Text>
            <Text className="narrative">{one.text || t(`yes.${one.yes ?? "unknown"}`)}</Text>
          </div>
        ))}
      </Stack>
    </Card>
  );
}

function Writing({ answer }: { answer: Answer<View> | undefined }) {
  const { t } = useSpeech();
  const [, go] = useLocation();
  const client = useQueryClient();
  const id = answer?.value.consultation.id;
  const [draft, setDraft] = useState(() => (answer ? draftOf(answer.value.consultation) : emptyDraft));
  const [key] = useState(() => crypto.randomUUID());
  const saving = useMutation({
    mutationFn: () =>
      id
        ? call<View>(`/consultations/${id}`, { method: "PUT", body: draft, ifMatch: answer.etag })
        : call<View>("/consultations", { method: "POST", body: draft, idempotencyKey: key }),
    onSuccess: async ({ value }) => {
      await client.invalidateQueries();
      if (!id) go(`/consultations/${value.consultation.id}`, { replace: true });
    },
  });
  return (
    <>
      <ConsultationForm draft={draft} set={setDraft} told={answer?.value.next} />
      <ProblemNote error={saving.error} />
      <Button size="lg" loading={saving.isPending} onClick={() => saving.mutate()}>
        {t("consult.save")}
      </Button>
    </>
  );
}
