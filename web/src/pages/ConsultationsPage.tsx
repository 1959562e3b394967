import { Anchor, Badge, Button, Card, Group, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import type { Schemas } from "../api/client";
import { hasRole, useMe } from "../api/session";
import { PageList } from "../parts/PageList";
import { usePages } from "../parts/usePages";
import { useSpeech } from "../words/locale";

type Consultation = Schemas["Consultation"];

export function ConsultationsPage() {
  const { t, date, dateTime } = useSpeech();
  const me = useMe().data;
  const list = usePages(
    ["consultations"],
    "/consultations",
    (page: { consultations: Consultation[]; next?: string }) => page.consultations,
  );
  return (
    <PageList
      title={t("consult.title")}
      lead={t("consult.lead")}
      empty={t("consult.empty")}
      query={list}
      tools={
        me && hasRole(me, "station_officer", "analyst") ? (
          <Group>
            <Button component={Link} href="/consultations/new">
              {t("consult.new")}
            </Button>
          </Group>
        ) : null
      }
    >
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: "none" }}>
        {list.items.map((one) => (
          <Card component="li" withBorder p="sm" key={one.id}>
            <Group gap="xs">
              <Anchor component={Link} href={`/consultations/${one.id}`} fw={600}>
                {t("consult.of", { date: date(one.made_at) })}
              </Anchor>
              <Badge variant="light">{t(`consult.state.${one.state}`)}</Badge>
              <Text size="sm">
                {t(`way.${one.way}`)} · {t(`caller.${one.caller}`)}
              </Text>
              {one.state === "open" ? <Text size="sm">{t("consult.due", { date: dateTime(one.due_at) })}</Text> : null}
            </Group>
          </Card>
        ))}
      </Stack>
    </PageList>
  );
}
