import { Button, Card, Group, Stack, Text, Textarea, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { call, type Schemas } from "../api/client";
import { hasRole, type Me } from "../api/session";
import { useSpeech } from "../words/locale";
import { ProblemNote } from "./ProblemNote";
import { useChange } from "./useChange";

type Keeping = Schemas["Keeping"];
type Act = "keep" | "hold" | "lift" | "purge";

/** Until when a report is kept, and what a person may decide about it: always with a reason. */
export function KeepingCard({ report, me }: { report: string; me: Me }) {
  const { t, date } = useSpeech();
  const query = useQuery({ queryKey: ["keeping", report], queryFn: () => call<Keeping>(`/reports/${report}/keeping`) });
  if (!query.data) return query.error ? <ProblemNote error={query.error} retry={() => query.refetch()} /> : null;
  const { value: keeping, etag } = query.data;
  const acts: Act[] = [];
  if (hasRole(me, "analyst", "station_officer")) acts.push("keep", keeping.on_hold ? "lift" : "hold");
  if (hasRole(me, "approver") && !keeping.on_hold) acts.push("purge");
  return (
    <Card withBorder data-testid="keeping">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t("keeping.title")}
        </Title>
        <Text>{t(`keeping.rule.${keeping.rule}`, { date: date(keeping.until) })}</Text>
        {keeping.decided_by ? (
          <Text size="sm">
            {t("keeping.decided", { by: keeping.decided_by, date: date(keeping.decided_at ?? "") })} {keeping.reason}
          </Text>
        ) : null}
        {acts.length > 0 ? <Decision key={etag} report={report} etag={etag} acts={acts} /> : null}
      </Stack>
    </Card>
  );
}

function Decision({ report, etag, acts }: { report: string; etag: string | undefined; acts: Act[] }) {
  const { t } = useSpeech();
  const [chosen, setChosen] = useState<Act | null>(null);
  const [reason, setReason] = useState("");
  const [, goTo] = useLocation();
  const change = useChange();
  const purge = useChange(() => goTo("/reports"));
  const send = () =>
    chosen === "purge"
      ? purge.mutate({ path: `/reports/${report}/purge`, etag, body: { reason } })
      : change.mutate({ path: `/reports/${report}/keeping`, method: "PUT", etag, body: { decision: chosen, reason } });
  return (
    <Stack gap="sm">
      <Group gap="xs">
        {acts.map((act) => (
          <Button
            key={act}
            size="compact-sm"
            variant={act === chosen ? "filled" : "light"}
            color={act === "purge" ? "red" : undefined}
            aria-pressed={act === chosen}
            onClick={() => setChosen(act)}
          >
            {t(`keeping.act.${act}`)}
          </Button>
        ))}
      </Group>
      {chosen ? (
        <>
          <Textarea
            label={t("keeping.reason")}
            description={chosen === "purge" ? t("keeping.purgeLead") : undefined}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ProblemNote error={change.error ?? purge.error} />
          <Group>
            <Button
              color={chosen === "purge" ? "red" : undefined}
              disabled={!reason.trim()}
              loading={change.isPending || purge.isPending}
              onClick={send}
            >
              {t("keeping.confirm", { act: t(`keeping.act.${chosen}`) })}
            </Button>
          </Group>
        </>
      ) : null}
    </Stack>
  );
}
