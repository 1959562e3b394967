import { Alert, Anchor, Badge, Card, Group, List, Loader, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { get, type Schemas } from "../api/client";
import { hasRole, type Me } from "../api/session";
import { ProblemNote } from "../parts/ProblemNote";
import { useVocabulary } from "../parts/ReadingView";
import { ReasonLines } from "../parts/ReasonLines";
import { VisitForm } from "../parts/VisitForm";
import { useSpeech } from "../words/locale";

type Brief = Schemas["VisitBrief"];

/** One firm: what to read on the way, and the log for afterwards. */
export function VisitFirmPage({ id, me }: { id: string; me: Me }) {
  const { t, pick } = useSpeech();
  const query = useQuery({
    queryKey: ["visit brief", id],
    queryFn: () => get<Brief>(`/organisations/${id}/visit-brief`),
  });
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  const brief = query.data;
  return (
    <Stack>
      <Group>
        <Title order={1} size="h2">
          {pick(brief.firm.name)}
        </Title>
        {brief.firm.fictional ? <Badge color="yellow">{t("org.fictional")}</Badge> : null}
      </Group>
      <Text>{t("visit.brief")}</Text>
      <FirmLines firm={brief.firm} />
      <Part title={t("visit.why")}>
        <ReasonLines reasons={brief.reasons} />
      </Part>
      <Alert color="orange" variant="light" title={t("visit.notToSay")} data-testid="not-to-say">
        <ReasonLines reasons={brief.not_to_say} />
      </Alert>
      <Alerts brief={brief} />
      <Untold brief={brief} />
      <LessonsUntold brief={brief} />
      {hasRole(me, "station_officer", "analyst") ? <VisitForm brief={brief} /> : null}
      <History brief={brief} />
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Card>
  );
}

function FirmLines({ firm }: { firm: Brief["firm"] }) {
  const { t } = useSpeech();
  return (
    <Stack gap={2}>
      {(firm.sites ?? []).map((site) => (
        <Text key={site.name} size="sm">
          {[site.name, site.address, site.area].filter(Boolean).join(" · ")}
        </Text>
      ))}
      <Anchor component={Link} href={`/organisations/${firm.id}`} size="sm">
        {t("visit.card")}
      </Anchor>
    </Stack>
  );
}

function Alerts({ brief }: { brief: Brief }) {
  const { t, pick, date } = useSpeech();
  return (
    <Part title={t("visit.alerts")}>
      {brief.alerts.length === 0 ? <Text>{t("visit.noAlerts")}</Text> : null}
      <List>
        {brief.alerts.map((one) => (
          <List.Item key={one.delivery}>
            <Anchor component={Link} href={`/hand-overs/${one.delivery}`}>
              {pick(one.title)}
            </Anchor>{" "}
            <Text span size="sm">
              {date(one.made_at)} · {t(one.is_acknowledged ? "visit.answered" : "visit.unanswered")}
            </Text>
          </List.Item>
        ))}
      </List>
    </Part>
  );
}

function Untold({ brief }: { brief: Brief }) {
  const { t, pick } = useSpeech();
  const vocabulary = useVocabulary();
  const name = (id: string) => pick(vocabulary.data?.playbooks.find((one) => one.id === id)?.name) || id;
  return (
    <Part title={t("visit.untold")}>
      {brief.methods_untold.length === 0 ? <Text>{t("visit.allTold")}</Text> : null}
      <List>
        {brief.methods_untold.map((id) => (
          <List.Item key={id}>{name(id)}</List.Item>
        ))}
      </List>
    </Part>
  );
}

function LessonsUntold({ brief }: { brief: Brief }) {
  const { t, pick } = useSpeech();
  return (
    <Part title={t("visit.lessonsUntold")}>
      {brief.lessons_untold.length === 0 ? <Text>{t("visit.allTold")}</Text> : null}
      <List>
        {brief.lessons_untold.map((one) => (
          <List.Item key={one.id}>
            <Anchor component={Link} href={`/lessons/${one.id}`}>
              {pick(one.title)}
            </Anchor>
          </List.Item>
        ))}
      </List>
      <Anchor component={Link} href={`/briefings/firm/${brief.firm.id}`} size="sm">
        {t("visit.briefing")}
      </Anchor>
    </Part>
  );
}

function History({ brief }: { brief: Brief }) {
  const { t, date } = useSpeech();
  return (
    <Part title={t("visit.history")}>
      {brief.visits.length === 0 ? <Text>{t("visit.noHistory")}</Text> : null}
      <List>
        {brief.visits.map((visit) => (
          <List.Item key={visit.id}>
            <Anchor component={Link} href={`/visits/${visit.id}`}>
              {date(visit.visited_at)}
            </Anchor>{" "}
            <Text span size="sm">
              {visit.attendees.map((role) => t(`attendee.${role}`)).join("、")}
            </Text>
          </List.Item>
        ))}
      </List>
    </Part>
  );
}
