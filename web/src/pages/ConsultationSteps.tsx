import { Button, Card, Group, Select, Stack, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import type { Answer, Schemas } from "../api/client";
import { hasRole, type Me } from "../api/session";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { useSpeech } from "../words/locale";

type View = Schemas["ConsultationView"];
type Outcome = Schemas["Outcome"];

const byOfficer: Outcome[] = ["advised", "contact_ended", "not_a_contact_case"];
const byInvestigator: Outcome[] = ["no_offence", "investigated", "sent_to_prosecutors", "not_a_contact_case"];

/** What may become of a consultation: a report, a referral, an end. */
export function ConsultationSteps({ answer, me }: { answer: Answer<View>; me: Me }) {
  const { t } = useSpeech();
  const change = useChange();
  const [reason, setReason] = useState("");
  const { consultation } = answer.value;
  const path = `/consultations/${consultation.id}`;
  const isOfficer = hasRole(me, "station_officer", "analyst");
  const isInvestigator = hasRole(me, "investigator");
  const isReferred = consultation.state === "referred";
  return (
    <Card withBorder>
      <Stack gap="md">
        {isOfficer ? (
          <Group>
            <Button loading={change.isPending} onClick={() => change.mutate({ path: `${path}/report`, etag: answer.etag })}>
              {t("consult.report")}
            </Button>
          </Group>
        ) : null}
        {isOfficer && !isReferred ? (
          <Group align="end">
            <TextInput label={t("consult.referLead")} value={reason} onChange={(e) => setReason(e.currentTarget.value)} />
            <Button
              variant="light"
              disabled={!reason.trim()}
              loading={change.isPending}
              onClick={() => change.mutate({ path: `${path}/referral`, etag: answer.etag, body: { reason } })}
            >
              {t("consult.refer")}
            </Button>
          </Group>
        ) : null}
        {isInvestigator || (isOfficer && !isReferred) ? (
          <Closing path={path} etag={answer.etag} outcomes={isInvestigator ? byInvestigator : byOfficer} />
        ) : null}
        <ProblemNote error={change.error} />
      </Stack>
    </Card>
  );
}

function Closing({ path, etag, outcomes }: { path: string; etag: string | undefined; outcomes: Outcome[] }) {
  const { t } = useSpeech();
  const change = useChange();
  const [outcome, setOutcome] = useState<Outcome>(outcomes[0] ?? "advised");
  const [law, setLaw] = useState("");
  const hasLaw = outcomes === byInvestigator;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {t("consult.close")}
      </Title>
      <Group align="end">
        <Select
          label={t("consult.outcome")}
          allowDeselect={false}
          data={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          value={outcome}
          onChange={(value) => setOutcome((value ?? "advised") as Outcome)}
        />
        {hasLaw ? <TextInput label={t("consult.law")} value={law} onChange={(e) => setLaw(e.currentTarget.value)} /> : null}
        <Button
          variant="default"
          loading={change.isPending}
          onClick={() => change.mutate({ path: `${path}/outcome`, method: "PUT", etag, body: { outcome, ...(law ? { law } : {}) } })}
        >
          {t("consult.close")}
        </Button>
      </Group>
      <ProblemNote error={change.error} />
    </Stack>
  );
}
