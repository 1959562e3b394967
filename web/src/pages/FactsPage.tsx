import { Anchor, Badge, Card, Group, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import type { Schemas } from "../api/client";
import { FactAnswer } from "../parts/FactAnswer";
import { FactForm } from "../parts/FactForm";
import { PageList } from "../parts/PageList";
import { usePages } from "../parts/usePages";
import { useSpeech } from "../words/locale";

type View = Schemas["FactView"];

/** Small facts of one's territory, and a form for the next one. */
export function FactsPage() {
  const { t } = useSpeech();
  const list = usePages(["facts"], "/facts", (page: { facts: View[]; next?: string }) => page.facts);
  return (
    <PageList title={t("fact.title")} lead={t("fact.lead")} empty={t("fact.empty")} query={list} tools={<FactForm />}>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: "none" }}>
        {list.items.map((view) => (
          <FactLine key={view.fact.id} view={view} />
        ))}
      </Stack>
    </PageList>
  );
}

function FactLine({ view }: { view: View }) {
  const { t, date } = useSpeech();
  const { fact } = view;
  return (
    <Card component="li" withBorder p="sm" data-testid="fact-line">
      <Group gap="xs">
        <Badge variant="light">{t(`fact.kind.${fact.kind}`)}</Badge>
        <Anchor component={Link} href={`/facts/${fact.id}`} fw={600} style={{ overflowWrap: "anywhere" }}>
          {[fact.seen_on, fact.seen_time, fact.place].filter(Boolean).join(" ")}
        </Anchor>
      </Group>
      <Text style={{ overflowWrap: "anywhere" }}>{fact.text}</Text>
      <FactAnswer view={view} />
      <Text size="sm">{t("fact.ends", { date: date(fact.expires_at) })}</Text>
    </Card>
  );
}
