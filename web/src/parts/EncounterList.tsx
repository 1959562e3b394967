import { Card, List, Text, Title } from "@mantine/core";
import { useSpeech } from "../words/locale";
import type { Channel } from "../words/channels";

interface Encounter {
  when?: string;
  place?: { text?: string; area?: string };
  channel?: Channel;
  said?: string;
  asked_for?: { what: string }[];
  offered?: { what: string }[];
}

/** The events of a report, one line each. */
export function EncounterList({ encounters }: { encounters: Record<string, unknown>[] }) {
  const { t } = useSpeech();
  if (encounters.length === 0) return null;
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("record.encounters")}
      </Title>
      <List type="ordered">
        {(encounters as Encounter[]).map((encounter, at) => (
          <List.Item key={at}>
            <Text span>
              {[
                encounter.when,
                encounter.place?.text || encounter.place?.area,
                encounter.channel ? t(`channel.${encounter.channel}`) : undefined,
                encounter.said ? `「${encounter.said}」` : undefined,
                ...(encounter.asked_for ?? []).map((one) => `${t("report.asked")}: ${one.what}`),
                ...(encounter.offered ?? []).map((one) => `${t("report.offered")}: ${one.what}`),
              ]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
