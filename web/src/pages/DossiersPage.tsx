import { Anchor, Badge, Card, Group, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import type { Schemas } from "../api/client";
import { PageList } from "../parts/PageList";
import { useVocabulary } from "../parts/ReadingView";
import { usePages } from "../parts/usePages";
import { useSpeech } from "../words/locale";

type Dossier = Schemas["Dossier"];

export function DossiersPage() {
  const { t, pick } = useSpeech();
  const vocabulary = useVocabulary();
  const nameOf = (id: string) => pick(vocabulary.data?.indicators.find((one) => one.id === id)?.name) || id;
  const list = usePages(["dossiers"], "/dossiers", (page: { dossiers: Dossier[]; next?: string }) => page.dossiers);
  return (
    <PageList title={t("dossier.title")} empty={t("dossier.empty")} query={list}>
      <Stack gap="xs">
        {list.items.map((dossier) => (
          <Card withBorder key={dossier.id} p="sm">
            <Group gap="xs">
              <Anchor component={Link} href={`/dossiers/${dossier.id}`} fw={600}>
                {dossier.label}
              </Anchor>
              <Badge>{t(`dossier.state.${dossier.state}`)}</Badge>
              <Text size="sm" c="dimmed">
                {dossier.confirmed.map(nameOf).join("、")}
              </Text>
            </Group>
          </Card>
        ))}
      </Stack>
    </PageList>
  );
}
