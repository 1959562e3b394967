import { Anchor, Button, Card, Group, List, Loader, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { call, type Schemas } from "../api/client";
import { ProblemNote } from "../parts/ProblemNote";
import { useVocabulary } from "../parts/ReadingView";
import { useChange } from "../parts/useChange";
import { useSpeech } from "../words/locale";

type Visit = Schemas["Visit"];

/** A visit as it was logged, with what was promised there. */
export function VisitPage({ id }: { id: string }) {
  const { t, date, dateTime } = useSpeech();
  const query = useQuery({ queryKey: ["visit", id], queryFn: () => call<Visit>(`/visits/${id}`) });
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  const { value: visit, etag } = query.data;
  return (
    <Stack data-testid="visit">
      <Title order={1} size="h2">
        {t("visit.title")}: {date(visit.visited_at)}
      </Title>
      <Text role="status">{t("visit.logged")}</Text>
      <Text size="sm">
        {t("visit.by", { name: visit.by })} · {dateTime(visit.made_at)}
      </Text>
      <Text>
        {[visit.site, ...visit.attendees.map((role) => t(`attendee.${role}`))].filter(Boolean).join("、")}
      </Text>
      <Shown visit={visit} />
      {visit.asked ? (
        <Card withBorder>
          <Title order={2} size="h4">
            {t("visit.asked")}
          </Title>
          <Text className="narrative">{visit.asked}</Text>
        </Card>
      ) : null}
      <Promises visit={visit} etag={etag} />
      <Anchor component={Link} href={`/visits/firms/${visit.firm}`}>
        {t("visit.backToFirm")}
      </Anchor>
    </Stack>
  );
}

function Shown({ visit }: { visit: Visit }) {
  const { t, pick } = useSpeech();
  const vocabulary = useVocabulary();
  const shown = visit.shown ?? [];
  if (shown.length === 0) return null;
  const name = (id: string) => pick(vocabulary.data?.playbooks.find((one) => one.id === id)?.name) || id;
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("visit.shown")}
      </Title>
      <List>
        {shown.map((one) => (
          <List.Item key={one.id}>
            {one.kind === "method" ? (
              name(one.id)
            ) : (
              <Anchor component={Link} href={`/${one.kind}s/${one.id}`}>
                {t(one.kind === "alert" ? "nav.alerts" : "nav.lessons")}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
    </Card>
  );
}

function Promises({ visit, etag }: { visit: Visit; etag: string | undefined }) {
  const { t, date } = useSpeech();
  const change = useChange();
  const promises = visit.promises ?? [];
  if (promises.length === 0) return null;
  const keep = (place: number) =>
    change.mutate({ path: `/visits/${visit.id}/promises/${place}`, method: "PUT", etag, body: {} });
  return (
    <Card withBorder data-testid="promises">
      <Title order={2} size="h4">
        {t("visit.promises")}
      </Title>
      <Stack gap="sm">
        {promises.map((promise, place) => (
          <Group key={`${place}-${promise.what}`} gap="xs">
            <Text style={{ overflowWrap: "anywhere" }}>
              {promise.what} —{" "}
              {promise.kept_at
                ? t("visit.kept", { date: date(promise.kept_at), by: promise.kept_by ?? "" })
                : t("visit.due", { date: date(promise.due_on) })}
            </Text>
            {promise.kept_at ? null : (
              <Button size="compact-sm" variant="light" loading={change.isPending} onClick={() => keep(place)}>
                {t("visit.keep")}
              </Button>
            )}
          </Group>
        ))}
        <ProblemNote error={change.error} />
      </Stack>
    </Card>
  );
}
