import { Anchor, Badge, Card, Group, List, Loader, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { get, type Schemas } from "../api/client";
import { CoverageView } from "../parts/CoverageView";
import { ProblemNote } from "../parts/ProblemNote";
import { ReasonLines } from "../parts/ReasonLines";
import { useSpeech } from "../words/locale";

type Plan = Schemas["VisitPlan"];
type Item = Schemas["PlannedVisit"];

/** Whom to visit next and why, a day's route, and how far the visits reach. */
export function VisitsPage() {
  const { t } = useSpeech();
  const query = useQuery({ queryKey: ["visit plan"], queryFn: () => get<Plan>("/visits/plan") });
  return (
    <Stack>
      <Title order={1}>{t("visit.title")}</Title>
      <Text c="dimmed">{t("visit.lead")}</Text>
      <ProblemNote error={query.error} retry={() => query.refetch()} />
      {query.isPending ? <Loader aria-label={t("app.loading")} /> : null}
      {query.data ? <PlanView plan={query.data} /> : null}
      <CoverageView />
    </Stack>
  );
}

function PlanView({ plan }: { plan: Plan }) {
  const { t } = useSpeech();
  if (plan.items.length === 0) return <Text>{t("visit.empty")}</Text>;
  return (
    <>
      <Route plan={plan} />
      <Title order={2} size="h4">
        {t("visit.next")}
      </Title>
      <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: "none" }}>
        {plan.items.map((item) => (
          <PlannedFirm key={item.firm} item={item} />
        ))}
      </Stack>
    </>
  );
}

function Route({ plan }: { plan: Plan }) {
  const { t, pick } = useSpeech();
  return (
    <Card withBorder data-testid="route">
      <Title order={2} size="h4">
        {t("visit.route")}
      </Title>
      <Text size="sm" c="dimmed">
        {t("visit.routeLead")}
      </Text>
      <List type="ordered">
        {plan.route.map((stop) => (
          <List.Item key={stop.item}>
            {pick(plan.items[stop.item]?.name)}{" "}
            <Text span size="sm" c="dimmed">
              {stop.km === undefined ? t("visit.noPlace") : t("visit.km", { km: stop.km.toFixed(1) })}
            </Text>
          </List.Item>
        ))}
      </List>
    </Card>
  );
}

function PlannedFirm({ item }: { item: Item }) {
  const { t, pick, date } = useSpeech();
  return (
    <Card component="li" withBorder p="sm" data-testid="planned">
      <Group gap="xs">
        <Anchor component={Link} href={`/visits/firms/${item.firm}`} fw={600}>
          {pick(item.name)}
        </Anchor>
        {item.visited_at ? (
          <Text size="sm">{t("visit.last", { date: date(item.visited_at) })}</Text>
        ) : (
          <Badge variant="light">{t("visit.never")}</Badge>
        )}
      </Group>
      <ReasonLines reasons={item.reasons.filter((reason) => reason.code !== "visit_never")} />
    </Card>
  );
}
