import { Anchor, Badge, Card, Group, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import type { Schemas } from "../api/client";
import { PageList } from "../parts/PageList";
import { usePages } from "../parts/usePages";
import { useSpeech } from "../words/locale";

type Item = Schemas["InboxItem"];

export function InboxPage() {
  const { t, pick, date } = useSpeech();
  const list = usePages(["inbox"], "/inbox", (page: { items: Item[]; next?: string }) => page.items);
  return (
    <PageList title={t("inbox.title")} lead={t("inbox.lead")} empty={t("inbox.empty")} query={list}>
      <Stack gap="xs">
        {list.items.map((item) => (
          <Card withBorder key={item.delivery.id} p="sm">
            <Group gap="xs">
              <Anchor component={Link} href={`/inbox/${item.delivery.id}`} fw={600}>
                {pick(item.title)}
              </Anchor>
              {item.delivery.correction > 0 ? <Badge color="orange">{t("delivery.correction")}</Badge> : null}
              <Badge color={item.delivery.acknowledged ? "green" : "red"}>
                {item.delivery.acknowledged
                  ? t("delivery.acknowledged", { date: date(item.delivery.acknowledged.at) })
                  : t("delivery.waiting")}
              </Badge>
              <Text size="sm" c="dimmed">
                {t(`alert.product.${item.product}`)}
              </Text>
            </Group>
          </Card>
        ))}
      </Stack>
    </PageList>
  );
}
