import { Button, Card, Checkbox, Group, Loader, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call, type Schemas } from "../api/client";
import { AcknowledgementForm, type AcknowledgementEdit } from "../parts/AcknowledgementForm";
import { AlertTextView } from "../parts/AlertTextView";
import { FollowUps } from "../parts/FollowUps";
import { OrganisationName } from "../parts/OrganisationName";
import { PrintButton } from "../parts/PrintButton";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { useSpeech } from "../words/locale";

/** A station hands an alert to a firm: who received it, in what role, and what they answered. */
export function HandOverPage({ id }: { id: string }) {
  const { t, pick, date } = useSpeech();
  const query = useQuery({
    queryKey: ["delivery", id],
    queryFn: () => call<Schemas["InboxAlert"]>(`/inbox/${id}`),
  });
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  const { value: item, etag } = query.data;
  const { delivery } = item;
  return (
    <Stack>
      <Title order={1} size="h2">
        {t("handOver.title")}: <OrganisationName of={delivery.organisation_key} />
      </Title>
      <Text>{pick(item.text.title)}</Text>
      {delivery.handed_over ? (
        <Text role="status">
          {t("delivery.handedOver", { date: date(delivery.handed_over.at), to: delivery.handed_over.to_role })}
        </Text>
      ) : (
        <HandingOver id={id} etag={etag} />
      )}
      {delivery.acknowledged ? <Text>{t("delivery.acknowledged", { date: date(delivery.acknowledged.at) })}</Text> : null}
      {delivery.handed_over || delivery.acknowledged ? <FollowUps delivery={delivery} etag={etag} /> : null}
      <Card withBorder className="print-alert-text">
        <AlertTextView text={item.text} />
        <PrintButton part="alert-text" label={t("handOver.print")} />
      </Card>
    </Stack>
  );
}

function HandingOver({ id, etag }: { id: string; etag: string | undefined }) {
  const { t } = useSpeech();
  const [name, setName] = useState("");
  const [role, setRole] = useState("");
  const [isAnswered, setAnswered] = useState(false);
  const change = useChange();
  const record = (acknowledgement?: AcknowledgementEdit) =>
    change.mutate({
      path: `/deliveries/${id}/hand-over`,
      etag,
      body: { to_name: name, to_role: role, ...(acknowledgement ? { acknowledgement } : {}) },
    });
  const isReady = name.trim() !== "" && role.trim() !== "";
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Text size="sm">{t("handOver.lead")}</Text>
        <TextInput label={t("handOver.to")} value={name} onChange={(e) => setName(e.currentTarget.value)} />
        <TextInput label={t("handOver.role")} value={role} onChange={(e) => setRole(e.currentTarget.value)} />
        <Checkbox
          label={t("handOver.alsoAcknowledged")}
          checked={isAnswered}
          onChange={(e) => setAnswered(e.currentTarget.checked)}
        />
        <ProblemNote error={change.error} />
        {isAnswered && isReady ? (
          <AcknowledgementForm label={t("handOver.do")} isPending={change.isPending} send={record} />
        ) : (
          <Group>
            <Button disabled={!isReady} loading={change.isPending} onClick={() => record()}>
              {t("handOver.do")}
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  );
}
