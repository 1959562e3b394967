import { Button, Card, Code, Group, Select, Stack, Text, Textarea, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { get, type Schemas } from "../api/client";
import { hasRole, type Me } from "../api/session";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { useSpeech } from "../words/locale";

interface Props {
  record: Schemas["ReportRecord"];
  etag: string | undefined;
  me: Me;
}

interface Preview {
  version: number;
  hash: string;
  content: string;
}

/** A firm sees exactly what leaves before it hands a report over, and under which basis. */
export function CompanySteps({ record, etag, me }: Props) {
  const { t } = useSpeech();
  const [isPreviewing, setPreviewing] = useState(false);
  const mayRelease = hasRole(me, "company_officer") && record.state === "held";
  const isOver = record.state === "withdrawn" || record.state === "set_aside";
  return (
    <Stack>
      {mayRelease ? (
        <Group>
          <Button variant="light" onClick={() => setPreviewing(true)}>
            {t("record.preview")}
          </Button>
        </Group>
      ) : null}
      {mayRelease && isPreviewing ? <Release record={record} etag={etag} /> : null}
      {isOver ? null : <Withdraw id={record.id} etag={etag} />}
    </Stack>
  );
}

function Release({ record, etag }: Omit<Props, "me">) {
  const { t } = useSpeech();
  const [basis, setBasis] = useState<string | null>(null);
  const change = useChange();
  const preview = useQuery({
    queryKey: ["preview", record.id, record.revision],
    queryFn: () => get<Preview>(`/reports/${record.id}/preview`),
  });
  if (!preview.data) return <ProblemNote error={preview.error} retry={() => preview.refetch()} />;
  const { content, hash } = preview.data;
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t("record.preview")}
        </Title>
        <Text size="sm">{t("record.previewLead")}</Text>
        <Code block tabIndex={0} data-testid="preview" style={{ maxHeight: 320, overflow: "auto", whiteSpace: "pre-wrap" }}>
          {JSON.stringify(JSON.parse(content), null, 1)}
        </Code>
        <Select
          label={t("record.basis")}
          placeholder={t("record.basisAsk")}
          value={basis}
          onChange={setBasis}
          data={(["voluntary", "formal_inquiry", "statute"] as const).map((value) => ({ value, label: t(`basis.${value}`) }))}
        />
        <ProblemNote error={change.error} />
        <Group>
          <Button
            disabled={!basis}
            loading={change.isPending}
            onClick={() => change.mutate({ path: `/reports/${record.id}/release`, etag, body: { hash, legal_basis: basis } })}
          >
            {t("record.release")}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function Withdraw({ id, etag }: { id: string; etag: string | undefined }) {
  const { t } = useSpeech();
  const [reason, setReason] = useState("");
  const change = useChange();
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t("record.withdraw")}
        </Title>
        <Text size="sm">{t("record.withdrawLead")}</Text>
        <Textarea label={t("app.reason")} value={reason} autosize onChange={(e) => setReason(e.currentTarget.value)} />
        <ProblemNote error={change.error} />
        <Group>
          <Button
            variant="default"
            disabled={!reason.trim()}
            loading={change.isPending}
            onClick={() => change.mutate({ path: `/reports/${id}/withdraw`, etag, body: { reason } })}
          >
            {t("record.withdraw")}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
