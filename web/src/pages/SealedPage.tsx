import { Badge, Button, Card, Code, Group, List, Stack, Text, TextInput, Textarea, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call, get, type Schemas } from "../api/client";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { useSpeech } from "../words/locale";

type Opening = Schemas["ReporterOpening"];

/** Sealed identities of reporters: two custodians open one together, on their own machine. */
export function SealedPage() {
  const { t } = useSpeech();
  return (
    <Stack>
      <Title order={1}>{t("nav.sealed")}</Title>
      <Text>{t("sealed.lead")}</Text>
      <Asking />
      <Deciding />
      <Keys />
    </Stack>
  );
}

function Asking() {
  const { t } = useSpeech();
  const [report, setReport] = useState("");
  const [reason, setReason] = useState("");
  const change = useChange<Opening>();
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("sealed.ask")}
      </Title>
      <Stack gap="sm">
        <TextInput label={t("sealed.report")} description={t("sealed.reportHint")} value={report} onChange={(e) => setReport(e.currentTarget.value)} />
        <Textarea label={t("sealed.why")} autosize value={reason} onChange={(e) => setReason(e.currentTarget.value)} />
        <ProblemNote error={change.error} />
        <Group>
          <Button
            disabled={!report.trim() || !reason.trim()}
            loading={change.isPending}
            onClick={() => change.mutate({ path: `/reports/${encodeURIComponent(report.trim())}/reporter-openings`, body: { reason } })}
          >
            {t("sealed.askDo")}
          </Button>
        </Group>
        {change.data ? (
          <Text role="status">
            {t("sealed.asked")}: <Code>{change.data.value.id}</Code>
          </Text>
        ) : null}
      </Stack>
    </Card>
  );
}

/** What is known of a request, and the two things to do with it. */
function Deciding() {
  const { t } = useSpeech();
  const [id, setId] = useState("");
  const [opening, setOpening] = useState<Opening>();
  const keep = ({ value }: { value: Opening }) => setOpening(value);
  const looking = useQuery({
    queryKey: ["opening", id],
    queryFn: () => call<Opening>(`/reporter-openings/${encodeURIComponent(id.trim())}`),
    enabled: false,
    retry: false,
  });
  const consenting = useChange<Opening>(keep);
  const look = async () => {
    const { data } = await looking.refetch();
    if (data) keep(data);
  };
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("sealed.decide")}
      </Title>
      <Stack gap="sm">
        <TextInput label={t("sealed.number")} value={id} onChange={(e) => setId(e.currentTarget.value)} />
        <ProblemNote error={consenting.error ?? looking.error} />
        <Group>
          <Button variant="light" disabled={!id.trim()} loading={looking.isFetching} onClick={look}>
            {t("sealed.look")}
          </Button>
          <Button
            variant="default"
            disabled={!id.trim()}
            loading={consenting.isPending}
            onClick={() => consenting.mutate({ path: `/reporter-openings/${encodeURIComponent(id.trim())}/consent` })}
          >
            {t("sealed.consent")}
          </Button>
        </Group>
        {opening ? <State opening={opening} /> : null}
      </Stack>
    </Card>
  );
}

function State({ opening }: { opening: Opening }) {
  const { t } = useSpeech();
  return (
    <Stack gap="xs" role="status">
      <Group gap="xs">
        <Badge>{t(`sealed.state.${opening.state}`)}</Badge>
        <Text size="sm">{t("sealed.by", { by: opening.asked_by, reason: opening.reason })}</Text>
      </Group>
      {opening.sealed ? (
        <>
          <Text size="sm">{t("sealed.box")}</Text>
          <Code block tabIndex={0} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {opening.sealed}
          </Code>
        </>
      ) : null}
    </Stack>
  );
}

function Keys() {
  const { t } = useSpeech();
  const [key, setKey] = useState("");
  const change = useChange();
  const keys = useQuery({
    queryKey: ["custodians"],
    queryFn: () => get<{ custodians: { name: string; public_key: string }[] }>("/custodians"),
  });
  const custodians = keys.data?.custodians ?? [];
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("sealed.keys")}
      </Title>
      <Stack gap="sm">
        <ProblemNote error={keys.error ?? change.error} />
        {keys.data && custodians.length === 0 ? <Text>{t("sealed.noKeys")}</Text> : null}
        <List>
          {custodians.map((one) => (
            <List.Item key={one.public_key}>{one.name || t("sealed.recovery")}</List.Item>
          ))}
        </List>
        <TextInput label={t("sealed.key")} description={t("sealed.keyHint")} value={key} onChange={(e) => setKey(e.currentTarget.value)} />
        <Group>
          <Button
            variant="light"
            disabled={!key.trim()}
            loading={change.isPending}
            onClick={() => change.mutate({ path: "/custodians", body: { public_key: key.trim() } })}
          >
            {t("sealed.keyDo")}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
