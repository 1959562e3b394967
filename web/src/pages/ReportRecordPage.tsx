import { Alert, Badge, Card, Code, Group, Loader, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { call, type Schemas } from "../api/client";
import { hasRole, type Me } from "../api/session";
import { AssessmentView } from "../parts/AssessmentView";
import { EncounterList } from "../parts/EncounterList";
import { IndicatorList } from "../parts/IndicatorList";
import { KeepingCard } from "../parts/KeepingCard";
import { LinkList } from "../parts/LinkList";
import { Narrative } from "../parts/Narrative";
import { OrganisationName } from "../parts/OrganisationName";
import { PersonaList } from "../parts/PersonaList";
import { ProblemNote } from "../parts/ProblemNote";
import { useSpeech } from "../words/locale";
import { CompanySteps } from "./CompanySteps";
import { VettingSteps } from "./VettingSteps";

type Record_ = Schemas["ReportRecord"];

export interface ReportContent {
  narrative?: string;
  innocent_reading?: string;
  encounters?: Record<string, unknown>[];
  personas?: Record<string, unknown>[];
  [key: string]: unknown;
}

/** A report: its words with the acts marked, what follows from them, and what to decide next. */
export function ReportRecordPage({ id, me }: { id: string; me: Me }) {
  const { t, date } = useSpeech();
  const purpose = hasRole(me, "company_officer", "employee") ? "own_report" : "vetting";
  const query = useQuery({
    queryKey: ["report", id],
    queryFn: () => call<Record_>(`/reports/${id}?purpose=${purpose}`),
  });
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  const { value: record, etag } = query.data;
  const content = record.content as ReportContent;
  const isFirm = hasRole(me, "company_officer", "employee");
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t("record.title", { date: date(record.received_at) })}
        </Title>
        <Badge size="lg" data-testid="report-state">
          {t(`state.${record.state}`)}
        </Badge>
      </Group>
      <Text size="sm">
        {record.organisation_key ? <OrganisationName of={record.organisation_key} /> : t("record.fromDoor")}
      </Text>
      <Notes record={record} />
      <Card withBorder>
        <Title order={2} size="h4">
          {t("record.narrative")}
        </Title>
        <Narrative text={content.narrative ?? ""} indicators={record.indicators} />
        {content.innocent_reading ? (
          <Text size="sm">
            {t("record.innocent")}: {content.innocent_reading}
          </Text>
        ) : null}
      </Card>
      {record.assessment ? (
        <Card withBorder>
          <AssessmentView assessment={record.assessment} />
        </Card>
      ) : null}
      {isFirm ? null : <IndicatorList record={record} etag={etag} />}
      <EncounterList encounters={content.encounters ?? []} />
      <PersonaList personas={content.personas ?? []} />
      {isFirm ? <CompanySteps record={record} etag={etag} me={me} /> : <VettingSteps record={record} etag={etag} me={me} />}
      {isFirm ? null : <LinkList report={record.id} />}
      {hasRole(me, "analyst", "station_officer", "approver") ? <KeepingCard report={record.id} me={me} /> : null}
      {isFirm ? null : (
        <Text size="sm" c="dimmed">
          {t("record.number")}: <Code>{record.id}</Code>
        </Text>
      )}
    </Stack>
  );
}

function Notes({ record }: { record: Record_ }) {
  const { t, pick } = useSpeech();
  return (
    <>
      {record.guard ? (
        <Alert color="grape" title={t("record.guard")}>
          {pick(record.guard_words) || record.guard}
        </Alert>
      ) : null}
      {record.failed_step ? (
        <Alert color="red">
          {t("record.failed", { reason: record.failed_reason ?? "" })}
        </Alert>
      ) : null}
      {record.sealed_reporter === "yes" ? <Text size="sm">{t("record.sealed")}</Text> : null}
    </>
  );
}
