import { Button, Card, Group, List, Stack, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import type { Schemas } from "../api/client";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { useOrganisationName } from "../parts/useOrganisationName";
import { useSpeech } from "../words/locale";

type Alert = Schemas["Alert"];
type Recipient = Schemas["Recipient"];

interface Props {
  alert: Alert;
  etag: string | undefined;
  mayChange: boolean;
}

/** Who gets it and why; a firm can be left out with a reason. */
export function AlertAudience({ alert, etag, mayChange }: Props) {
  const { t } = useSpeech();
  const change = useChange();
  if (alert.audience.length === 0) return null;
  const exclude = (organisation: string, reason: string) =>
    change.mutate({
      path: `/alerts/${alert.id}`,
      method: "PUT",
      etag,
      body: {
        text: alert.text,
        contrary_evidence: alert.contrary_evidence,
        confidence: alert.confidence,
        expires_at: alert.expires_at,
        exclude: [{ organisation, reason }],
      },
    });
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("alert.audience")} ({alert.audience.filter((one) => !one.excluded).length})
      </Title>
      <ProblemNote error={change.error} />
      <Stack gap="sm" mt="xs" data-testid="audience">
        {alert.audience.map((one) => (
          <Line key={one.organisation} recipient={one} exclude={mayChange ? exclude : undefined} />
        ))}
      </Stack>
    </Card>
  );
}

function Line({ recipient, exclude }: { recipient: Recipient; exclude?: (id: string, reason: string) => void }) {
  const { t, pick } = useSpeech();
  const name = useOrganisationName(recipient.organisation_key);
  const [reason, setReason] = useState("");
  return (
    <div>
      <Text fw={600} td={recipient.excluded ? "line-through" : undefined}>
        {name}
      </Text>
      {recipient.excluded ? (
        <Text size="sm">{t("alert.excluded", { reason: recipient.excluded_reason ?? "" })}</Text>
      ) : (
        <List size="sm">
          {recipient.reasons.map((one, at) => (
            <List.Item key={at}>{pick(one.words) || one.code}</List.Item>
          ))}
        </List>
      )}
      {exclude && !recipient.excluded ? (
        <Group gap="xs">
          <TextInput
            size="xs"
            aria-label={`${t("app.reason")} ${name}`}
            placeholder={t("app.reason")}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          <Button size="compact-sm" variant="subtle" disabled={!reason.trim()} onClick={() => exclude(recipient.organisation, reason)}>
            {t("alert.exclude")}
          </Button>
        </Group>
      ) : null}
    </div>
  );
}
