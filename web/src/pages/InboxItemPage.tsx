import { Alert as Note, Card, Loader, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { call, type Schemas } from "../api/client";
import { AcknowledgementForm } from "../parts/AcknowledgementForm";
import { AlertTextView } from "../parts/AlertTextView";
import { FollowUps } from "../parts/FollowUps";
import { PrintButton } from "../parts/PrintButton";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { useSpeech } from "../words/locale";

/** An alert as its recipient sees it, and the deliberate answer to it. */
export function InboxItemPage({ id }: { id: string }) {
  const { t, pick, date } = useSpeech();
  const query = useQuery({
    queryKey: ["inbox", id],
    queryFn: () => call<Schemas["InboxAlert"]>(`/inbox/${id}`),
  });
  const change = useChange();
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  const { value: item, etag } = query.data;
  const { delivery } = item;
  const tlp = item.marking.tlp ?? "AMBER+STRICT";
  return (
    <Stack>
      <Title order={1} size="h2">
        {pick(item.text.title)}
      </Title>
      <Text size="sm">
        {t(`alert.product.${item.product}`)} · {t("inbox.marking", { tlp, means: t(`tlp.${tlp}`) })} · {t("alert.confidence")}:{" "}
        {t(`alert.confidence.${item.confidence}`)} · {t("alert.expires")}: {date(item.expires_at)}
      </Text>
      {delivery.correction > 0 ? (
        <Note color="orange" title={t("delivery.correction")} data-testid="correction">
          {pick(delivery.correction_text)}
        </Note>
      ) : null}
      <Card withBorder>
        <AlertTextView text={item.text} />
      </Card>
      <Card withBorder className="print-staff-version">
        <Title order={2} size="h4">
          {t("alert.staffVersion")}
        </Title>
        <Text style={{ whiteSpace: "pre-line" }}>{pick(item.text.staff_version)}</Text>
        <PrintButton part="staff-version" label={t("inbox.printStaff")} />
      </Card>
      <Card withBorder>
        {delivery.acknowledged ? (
          <Text role="status">{t("inbox.acknowledged")}</Text>
        ) : (
          <AcknowledgementForm
            label={t("inbox.acknowledge")}
            isPending={change.isPending}
            send={(body) => change.mutate({ path: `/inbox/${id}/acknowledgement`, etag, body })}
          />
        )}
        <ProblemNote error={change.error} />
      </Card>
      {delivery.acknowledged ? <FollowUps delivery={delivery} etag={etag} /> : null}
    </Stack>
  );
}
