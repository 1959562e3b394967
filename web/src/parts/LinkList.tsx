import { Anchor, Badge, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { get, type Schemas } from "../api/client";
import { useSpeech } from "../words/locale";

/** What this report may belong together with. */
export function LinkList({ report }: { report: string }) {
  const { t, pick } = useSpeech();
  const query = useQuery({
    queryKey: ["links", report],
    queryFn: () => get<{ links: Schemas["Link"][] }>(`/reports/${report}/links`),
    retry: false,
  });
  const links = query.data?.links ?? [];
  if (links.length === 0) return null;
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("record.links")}
      </Title>
      <Stack gap="xs" mt="xs">
        {links.map((link) => (
          <Group key={link.id} gap="xs">
            <Anchor component={Link} href={`/links/${link.id}`}>
              {t(`linkKind.${link.kind}`)} · {t("link.bits")}: {link.proposal.bits.toFixed(1)}
            </Anchor>
            <Badge variant="light">{t(`link.${link.judgement}`)}</Badge>
            <Text size="sm" c="dimmed">
              {link.proposal.reasons
                .filter((reason) => (reason.effect ?? 0) > 0)
                .slice(0, 2)
                .map((reason) => pick(reason.words) || reason.code)
                .join(" ")}
            </Text>
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
