import { Button, Card, Group, Select, Stack, Text, TextInput, Textarea, Title } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import type { Schemas } from "../api/client";
import { hasRole, type Me } from "../api/session";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { useSpeech } from "../words/locale";

interface Props {
  record: Schemas["ReportRecord"];
  etag: string | undefined;
  me: Me;
}

/** What a police desk decides about a report, in the order in which it is decided. */
export function VettingSteps({ record, etag, me }: Props) {
  return (
    <Stack>
      {record.state === "second_reader" ? <SecondReading record={record} etag={etag} /> : null}
      {record.state === "released" ? <Vetting part="behaviour" record={record} etag={etag} /> : null}
      {record.state === "vetted_behaviour" ? <Vetting part="context" record={record} etag={etag} /> : null}
      {record.failed_step ? <Retry id={record.id} /> : null}
      {hasRole(me, "analyst") && record.state.startsWith("vetted") ? <NextSteps record={record} /> : null}
      <Feedback id={record.id} />
    </Stack>
  );
}

function Vetting({ part, record, etag }: { part: "behaviour" | "context" } & Omit<Props, "me">) {
  const { t } = useSpeech();
  const [reason, setReason] = useState("");
  const change = useChange();
  const decide = (decision: string) =>
    change.mutate({ path: `/reports/${record.id}/vetting`, etag, body: { part, decision, reason } });
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t(part === "behaviour" ? "record.behaviour" : "record.context")}
      </Title>
      <Stack gap="sm">
        <Textarea label={t("app.reason")} value={reason} autosize onChange={(e) => setReason(e.currentTarget.value)} />
        <ProblemNote error={change.error} />
        <Group>
          <Button loading={change.isPending} onClick={() => decide("pass")}>
            {t("record.pass")}
          </Button>
          <Button variant="default" disabled={!reason.trim()} loading={change.isPending} onClick={() => decide("set_aside")}>
            {t("record.setAside")}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function SecondReading({ record, etag }: Omit<Props, "me">) {
  const { t } = useSpeech();
  const [reason, setReason] = useState("");
  const change = useChange();
  const decide = (decision: string) =>
    change.mutate({ path: `/reports/${record.id}/second-reading`, etag, body: { decision, reason } });
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("record.secondReading")}
      </Title>
      <Stack gap="sm">
        <Textarea label={t("app.reason")} value={reason} autosize onChange={(e) => setReason(e.currentTarget.value)} />
        <ProblemNote error={change.error} />
        <Group>
          <Button disabled={!reason.trim()} loading={change.isPending} onClick={() => decide("not_a_contact_case")}>
            {t("record.notContact")}
          </Button>
          <Button variant="default" disabled={!reason.trim()} loading={change.isPending} onClick={() => decide("contact_case")}>
            {t("record.isContact")}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function Retry({ id }: { id: string }) {
  const { t } = useSpeech();
  const change = useChange();
  return (
    <>
      <ProblemNote error={change.error} />
      <Button variant="light" loading={change.isPending} onClick={() => change.mutate({ path: `/reports/${id}/retry` })}>
        {t("app.retry")}
      </Button>
    </>
  );
}

function NextSteps({ record }: { record: Schemas["ReportRecord"] }) {
  const { t } = useSpeech();
  const [, go] = useLocation();
  const [label, setLabel] = useState("");
  const proposing = useChange<Schemas["Dossier"]>(({ value }) => go(`/dossiers/${value.id}`));
  const drafting = useChange<Schemas["Alert"]>(({ value }) => go(`/alerts/${value.id}`));
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Group align="end" gap="xs">
          <TextInput label={t("dossier.title")} description={t("record.dossierLabel")} value={label} onChange={(e) => setLabel(e.currentTarget.value)} />
          <Button
            variant="light"
            disabled={!label.trim()}
            loading={proposing.isPending}
            onClick={() =>
              proposing.mutate({ path: "/dossiers", body: { label, personas: [{ report: record.id, index: 0 }] } })
            }
          >
            {t("record.dossier")}
          </Button>
        </Group>
        <Group>
          <Button
            variant="light"
            loading={drafting.isPending}
            onClick={() => drafting.mutate({ path: "/alerts", body: { product: "caution", report: record.id } })}
          >
            {t("record.caution")}
          </Button>
        </Group>
        <ProblemNote error={proposing.error ?? drafting.error} />
      </Stack>
    </Card>
  );
}

/** The general words that the server knows (workflow/feedback.h). */
const answers = [
  "being_read",
  "known_pattern",
  "helped_caution",
  "helped_warning",
  "led_to_visit",
  "kept_as_note",
  "not_a_contact_case",
  "passed_to_cyber",
  "set_aside",
  "question",
] as const;

function Feedback({ id }: { id: string }) {
  const { t } = useSpeech();
  const [code, setCode] = useState<(typeof answers)[number]>("being_read");
  const [text, setText] = useState("");
  const change = useChange();
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("record.feedback")}
      </Title>
      <Stack gap="sm">
        <Select
          aria-label={t("record.feedback")}
          allowDeselect={false}
          value={code}
          data={answers.map((value) => ({ value, label: t(`feedback.${value}`) }))}
          onChange={(value) => setCode((value ?? "being_read") as (typeof answers)[number])}
        />
        <Textarea label={t("record.feedbackNote")} value={text} autosize onChange={(e) => setText(e.currentTarget.value)} />
        <ProblemNote error={change.error} />
        {change.isSuccess ? <Text role="status">{t("app.done")}</Text> : null}
        <Group>
          <Button
            variant="light"
            loading={change.isPending}
            onClick={() => change.mutate({ path: `/reports/${id}/feedback`, body: { code, text } })}
          >
            {t("record.feedbackSend")}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
