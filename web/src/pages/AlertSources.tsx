import { Badge, Button, Card, Group, Stack, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { get, type Schemas } from "../api/client";
import { EncounterList } from "../parts/EncounterList";
import { Narrative } from "../parts/Narrative";
import { ProblemNote } from "../parts/ProblemNote";
import { useSpeech } from "../words/locale";
import type { ReportContent } from "./ReportRecordPage";

/** The reports an alert rests on; an approver has to open each one. */
export function AlertSources({ view }: { view: Schemas["AlertView"] }) {
  const { t } = useSpeech();
  const [opened, setOpened] = useState<string>();
  const { alert, opened_sources } = view;
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("alert.sources")}
      </Title>
      <Stack gap="xs" mt="xs">
        {alert.sources.map((report, at) => (
          <div key={report}>
            <Group gap="xs">
              <Button size="compact-sm" variant="light" onClick={() => setOpened(report)} data-testid={`source-${at}`}>
                {t("alert.sourceOpen", { number: at + 1 })}
              </Button>
              {opened_sources.includes(report) ? <Badge color="green">{t("alert.sourceOpened")}</Badge> : null}
            </Group>
            {opened === report ? <Source alert={alert.id} report={report} /> : null}
          </div>
        ))}
      </Stack>
    </Card>
  );
}

function Source({ alert, report }: { alert: string; report: string }) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ["source", alert, report],
    queryFn: async () => {
      const record = await get<Schemas["ReportRecord"]>(`/alerts/${alert}/sources/${report}`);
      await client.invalidateQueries({ queryKey: ["alert", alert] });
      return record;
    },
  });
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  const content = query.data.content as ReportContent;
  return (
    <Card withBorder mt="xs" data-testid="source-text">
      <Narrative text={content.narrative ?? ""} indicators={query.data.indicators} />
      <EncounterList encounters={content.encounters ?? []} />
    </Card>
  );
}
