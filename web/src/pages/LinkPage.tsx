import { Badge, Button, Card, Group, List, Loader, Select, SimpleGrid, Stack, Text, Textarea, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call, type Schemas } from "../api/client";
import { EncounterList } from "../parts/EncounterList";
import { Narrative } from "../parts/Narrative";
import { PersonaList } from "../parts/PersonaList";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { useSpeech } from "../words/locale";
import type { ReportContent } from "./ReportRecordPage";

type LinkView = Schemas["LinkView"];
type Reason = Schemas["Reason"];

const kinds = ["same_person", "same_operator", "successor"] as const;

/** Two personas side by side, with what speaks for and against, and a person's judgement. */
export function LinkPage({ id }: { id: string }) {
  const { t } = useSpeech();
  const query = useQuery({
    queryKey: ["link", id],
    queryFn: () => call<LinkView>(`/links/${id}?purpose=linking`),
  });
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  const { value: view, etag } = query.data;
  const { link } = view;
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t("link.title")}: {t(`linkKind.${link.kind}`)}
        </Title>
        <Badge size="lg" data-testid="judgement">
          {t(`link.${link.judgement}`)}
        </Badge>
      </Group>
      <Text size="sm">
        {t("link.bits")}: {link.proposal.bits.toFixed(1)} ·{" "}
        {t("link.baseRate", { percent: `${(link.base_rate * 100).toFixed(1)}%` })} ·{" "}
        {t(link.independent ? "link.independent" : "link.dependent")}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Evidence title={t("link.for")} reasons={link.proposal.reasons.filter((one) => (one.effect ?? 0) >= 0)} />
        <Evidence title={t("link.against")} reasons={link.proposal.reasons.filter((one) => (one.effect ?? 0) < 0)} />
      </SimpleGrid>
      <Judging link={link} etag={etag} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Side title={t("link.left")} record={view.left} />
        <Side title={t("link.right")} record={view.right} />
      </SimpleGrid>
    </Stack>
  );
}

function Evidence({ title, reasons }: { title: string; reasons: Reason[] }) {
  const { t, pick } = useSpeech();
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {title}
      </Title>
      {reasons.length === 0 ? <Text>{t("link.none")}</Text> : null}
      <List>
        {reasons.map((reason, at) => (
          <List.Item key={at}>
            {pick(reason.words) || reason.code} ({(reason.effect ?? 0) > 0 ? "+" : ""}
            {(reason.effect ?? 0).toFixed(1)})
          </List.Item>
        ))}
      </List>
    </Card>
  );
}

function Side({ title, record }: { title: string; record: Schemas["ReportRecord"] }) {
  const content = record.content as ReportContent;
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Narrative text={content.narrative ?? ""} indicators={record.indicators} />
        <EncounterList encounters={content.encounters ?? []} />
        <PersonaList personas={content.personas ?? []} />
      </Stack>
    </Card>
  );
}

function Judging({ link, etag }: { link: Schemas["Link"]; etag: string | undefined }) {
  const { t, dateTime } = useSpeech();
  const [kind, setKind] = useState<string>(link.kind);
  const [note, setNote] = useState("");
  const change = useChange();
  const judge = (judgement: string) =>
    change.mutate({ path: `/links/${link.id}/judgements`, etag, body: { judgement, kind, note } });
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("link.noMerge")}
        </Text>
        <Select
          label={t("link.kind")}
          allowDeselect={false}
          value={kind}
          onChange={(value) => setKind(value ?? "same_person")}
          data={kinds.map((value) => ({ value, label: t(`linkKind.${value}`) }))}
        />
        <Textarea label={t("app.reason")} autosize value={note} onChange={(e) => setNote(e.currentTarget.value)} />
        <ProblemNote error={change.error} />
        <Group>
          <Button loading={change.isPending} onClick={() => judge("same")}>
            {t("link.same")}
          </Button>
          <Button variant="default" loading={change.isPending} onClick={() => judge("different")}>
            {t("link.different")}
          </Button>
          <Button variant="default" loading={change.isPending} onClick={() => judge("unsure")}>
            {t("link.unsure")}
          </Button>
          {link.judgement !== "open" ? (
            <Button
              variant="subtle"
              disabled={!note.trim()}
              loading={change.isPending}
              onClick={() => change.mutate({ path: `/links/${link.id}/undo`, etag, body: { reason: note } })}
            >
              {t("link.undo")}
            </Button>
          ) : null}
        </Group>
        {link.history.length > 0 ? (
          <>
            <Title order={2} size="h5">
              {t("link.history")}
            </Title>
            <List size="sm">
              {link.history.map((one, at) => (
                <List.Item key={at}>
                  {dateTime(one.at)} {one.by}: {t(`link.${one.judgement}`)} ({t(`linkKind.${one.kind}`)}) {one.note}
                </List.Item>
              ))}
            </List>
          </>
        ) : null}
      </Stack>
    </Card>
  );
}
