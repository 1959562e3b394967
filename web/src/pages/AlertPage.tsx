import { Alert as Note, Badge, Card, Group, Loader, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { call, type Schemas } from "../api/client";
import { hasRole, type Me } from "../api/session";
import { AlertTextView } from "../parts/AlertTextView";
import { IssueList } from "../parts/IssueList";
import { ProblemNote } from "../parts/ProblemNote";
import { useSpeech } from "../words/locale";
import { AlertAudience } from "./AlertAudience";
import { AlertDeliveries } from "./AlertDeliveries";
import { AlertEditor } from "./AlertEditor";
import { AlertSources } from "./AlertSources";
import { AlertSteps } from "./AlertSteps";

type View = Schemas["AlertView"];

/** An alert from draft to correction. What speaks against it stands first. */
export function AlertPage({ id, me }: { id: string; me: Me }) {
  const { t, pick, date, dateTime } = useSpeech();
  const query = useQuery({
    queryKey: ["alert", id],
    queryFn: () => call<View>(`/alerts/${id}?purpose=alert`),
  });
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  const { value: view, etag } = query.data;
  const { alert } = view;
  const isDraft = alert.state === "draft" && hasRole(me, "analyst");
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {pick(alert.text.title) || t(`alert.product.${alert.product}`)}
        </Title>
        <Badge size="lg" data-testid="alert-state">
          {t(`alert.state.${alert.state}`)}
        </Badge>
      </Group>
      <Text size="sm">
        {t(`alert.product.${alert.product}`)} · {t("alert.marking")}: TLP:{alert.marking.tlp ?? "AMBER+STRICT"} PAP:
        {alert.marking.pap ?? "AMBER"} · {t("alert.confidence")}: {t(`alert.confidence.${alert.confidence}`)} ·{" "}
        {t("alert.expires")}: {date(alert.expires_at)}
      </Text>
      <Note color="orange" title={t("alert.contraryFirst")} data-testid="contrary">
        {alert.contrary_evidence || t("alert.contraryNone")}
      </Note>
      {alert.held_until ? (
        <Note color="grape">{t("alert.held", { date: dateTime(alert.held_until), reason: alert.hold_reason ?? "" })}</Note>
      ) : null}
      {alert.state === "draft" || alert.state === "submitted" ? <Problems problems={view.problems} /> : null}
      <AlertSources view={view} />
      {isDraft ? <AlertEditor key={alert.revision} alert={alert} etag={etag} /> : null}
      <Card withBorder>
        <Title order={2} size="h4">
          {t("alert.preview")}
        </Title>
        <AlertTextView text={alert.text} />
        <Title order={3} size="h5" mt="md">
          {t("alert.staffVersion")}
        </Title>
        <Text style={{ whiteSpace: "pre-line" }}>{pick(alert.text.staff_version)}</Text>
      </Card>
      <AlertAudience alert={alert} etag={etag} mayChange={isDraft} />
      <AlertSteps alert={alert} etag={etag} me={me} />
      {alert.sent_at ? <AlertDeliveries alert={alert.id} /> : null}
    </Stack>
  );
}

function Problems({ problems }: { problems: View["problems"] }) {
  const { t } = useSpeech();
  if (problems.length === 0) return <Text size="sm">{t("alert.noProblems")}</Text>;
  return (
    <Note color="red" title={t("alert.problems")} data-testid="problems">
      <IssueList issues={problems} />
    </Note>
  );
}
