import { Anchor, Badge, Card, Group, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import type { Schemas } from "../api/client";
import { PageList } from "../parts/PageList";
import { usePages } from "../parts/usePages";
import { useSpeech } from "../words/locale";

type Alert = Schemas["Alert"];

export function AlertsPage() {
  const { t, pick, date } = useSpeech();
  const list = usePages(["alerts"], "/alerts", (page: { alerts: Alert[]; next?: string }) => page.alerts);
  return (
    <PageList title={t("alert.title")} empty={t("alert.empty")} query={list}>
      <Stack gap="xs">
        {list.items.map((alert) => (
          <Card withBorder key={alert.id} p="sm">
            <Group gap="xs">
              <Anchor component={Link} href={`/alerts/${alert.id}`} fw={600}>
                {pick(alert.text.title) || t(`alert.product.${alert.product}`)}
              </Anchor>
              <Badge>{t(`alert.state.${alert.state}`)}</Badge>
              <Text size="sm" c="dimmed">
                {t(`alert.product.${alert.product}`)} · {date(alert.made_at)}
              </Text>
            </Group>
          </Card>
        ))}
      </Stack>
    </PageList>
  );
}
