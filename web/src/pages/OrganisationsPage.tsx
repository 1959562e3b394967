import { Anchor, Badge, Card, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Link } from "wouter";
import type { Schemas } from "../api/client";
import { PageList } from "../parts/PageList";
import { usePages } from "../parts/usePages";
import { useSpeech } from "../words/locale";

type Organisation = Schemas["Organisation"];

export function OrganisationsPage() {
  const { t, pick } = useSpeech();
  const [words, setWords] = useState("");
  const [asked] = useDebouncedValue(words, 250);
  const path = asked ? `/organisations?q=${encodeURIComponent(asked)}` : "/organisations";
  const list = usePages(
    ["organisations", asked],
    path,
    (page: { organisations: Organisation[]; next?: string }) => page.organisations,
  );
  return (
    <PageList
      title={t("org.title")}
      query={list}
      tools={<TextInput label={t("org.find")} value={words} onChange={(e) => setWords(e.currentTarget.value)} />}
    >
      <Stack gap="xs">
        {list.items.map((one) => (
          <Card withBorder key={one.id} p="sm">
            <Group gap="xs">
              <Anchor component={Link} href={`/organisations/${one.id}`} fw={600}>
                {pick(one.name)}
              </Anchor>
              <Badge variant="light">{t(`org.kind.${one.kind}`)}</Badge>
              {one.fictional ? <Badge color="yellow">{t("org.fictional")}</Badge> : null}
              <Text size="sm" c="dimmed">
                {one.key} {one.sector}
              </Text>
            </Group>
          </Card>
        ))}
      </Stack>
    </PageList>
  );
}
