import { Anchor, Badge, Button, Card, Group, Loader, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { call, type Answer, type Schemas } from "../api/client";
import type { Me } from "../api/session";
import { FactAnswer } from "../parts/FactAnswer";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { useSpeech } from "../words/locale";

type View = Schemas["FactView"];
type Fact = Schemas["SmallFact"];

/** One small fact: what dossiers say to it, what was noted, when it ends. */
export function FactPage({ id, me }: { id: string; me: Me }) {
  const { t } = useSpeech();
  const query = useQuery({ queryKey: ["fact", id], queryFn: () => call<View>(`/facts/${id}`) });
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  const view = query.data.value;
  return (
    <Stack data-testid="fact">
      <Title order={1} size="h2">
        {t("fact.title")}
      </Title>
      <Card withBorder role="status">
        <Title order={2} size="h4">
          {t("fact.answer")}
        </Title>
        <FactAnswer view={view} />
      </Card>
      <Noted fact={view.fact} />
      <Ending answer={query.data} me={me} />
      <Anchor component={Link} href="/facts">
        {t("fact.back")}
      </Anchor>
    </Stack>
  );
}

function Noted({ fact }: { fact: Fact }) {
  const { t, date } = useSpeech();
  const account = fact.handle ? `${fact.handle.service} ${fact.handle.id}` : "";
  return (
    <Card withBorder>
      <Stack gap="xs" style={{ overflowWrap: "anywhere" }}>
        <Group gap="xs">
          <Badge variant="light">{t(`fact.kind.${fact.kind}`)}</Badge>
          <Text>{[fact.seen_on, fact.seen_time, fact.place].filter(Boolean).join(" ")}</Text>
        </Group>
        <Text className="narrative">{fact.text}</Text>
        {[fact.plate, fact.phone, account, fact.url].filter(Boolean).map((mark) => (
          <Text key={mark}>{mark}</Text>
        ))}
        <Text size="sm">
          {t(`fact.purpose.${fact.purpose}`)}: {fact.why}
        </Text>
        <Text size="sm">{t("fact.saved", { by: fact.by, date: date(fact.made_at) })}</Text>
      </Stack>
    </Card>
  );
}

function Ending({ answer, me }: { answer: Answer<View>; me: Me }) {
  const { t, date } = useSpeech();
  const { fact } = answer.value;
  return (
    <Card withBorder data-testid="fact-ending">
      <Stack gap="sm">
        <Text fw={600}>{t("fact.ends", { date: date(fact.expires_at) })}</Text>
        {fact.state === "extended" ? (
          <Text>{t("fact.extended", { by: fact.extended_by ?? "", reason: fact.extension_reason ?? "" })}</Text>
        ) : fact.by === me.name ? (
          <Text size="sm">{t("fact.extendOther")}</Text>
        ) : (
          <Extending answer={answer} />
        )}
        <Removing answer={answer} />
      </Stack>
    </Card>
  );
}

function Extending({ answer }: { answer: Answer<View> }) {
  const { t } = useSpeech();
  const [reason, setReason] = useState("");
  const change = useChange();
  const path = `/facts/${answer.value.fact.id}/extension`;
  return (
    <>
      <TextInput
        label={t("fact.extendWhy")}
        maxLength={1000}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemNote error={change.error} />
      <Group>
        <Button
          variant="light"
          disabled={!reason.trim()}
          loading={change.isPending}
          onClick={() => change.mutate({ path, body: { reason }, etag: answer.etag })}
        >
          {t("fact.extend")}
        </Button>
      </Group>
    </>
  );
}

function Removing({ answer }: { answer: Answer<View> }) {
  const { t } = useSpeech();
  const [, go] = useLocation();
  const [isAsking, setAsking] = useState(false);
  const { id } = answer.value.fact;
  const change = useChange(() => go("/facts"));
  const remove = () => change.mutate({ path: `/facts/${id}`, method: "DELETE", etag: answer.etag });
  if (!isAsking)
    return (
      <Group>
        <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
          {t("fact.remove")}
        </Button>
      </Group>
    );
  return (
    <>
      <ProblemNote error={change.error} />
      <Group gap="xs" role="group" aria-label={t("fact.removeSure")}>
        <Text size="sm">{t("fact.removeSure")}</Text>
        <Button size="compact-sm" color="red" loading={change.isPending} onClick={remove}>
          {t("fact.removeDo")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsking(false)} autoFocus>
          {t("app.cancel")}
        </Button>
      </Group>
    </>
  );
}
