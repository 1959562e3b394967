import { Badge, Button, Card, Code, Group, List, Stack, Text, TextInput, Textarea, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { get, type Schemas } from "../api/client";
import { hasRole, useMe } from "../api/session";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { useSpeech } from "../words/locale";

type Opening = Schemas["ReporterOpening"];

/** Sealed identities of reporters: one asks, another consents, a custodian opens on the own machine. */
export function SealedPage() {
  const { t } = useSpeech();
  const me = useMe().data;
  const isCustodian = me ? hasRole(me, "custodian") : false;
  return (
    <Stack>
      <Title order={1}>{t("nav.sealed")}</Title>
      <Text>{t("sealed.lead")}</Text>
      {isCustodian ? <Asking /> : null}
      <Requests />
      {isCustodian ? <Keys /> : null}
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
        {change.data ? <Text role="status">{t("sealed.asked")}</Text> : null}
      </Stack>
    </Card>
  );
}

function Requests() {
  const { t } = useSpeech();
  const query = useQuery({
    queryKey: ["openings"],
    queryFn: () => get<{ requests: Opening[] }>("/reporter-openings"),
  });
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("sealed.requests")}
      </Title>
      <Stack gap="sm">
        <ProblemNote error={query.error} />
        {query.data?.requests.length === 0 ? <Text>{t("sealed.none")}</Text> : null}
        {(query.data?.requests ?? []).map((opening) => (
          <Request key={opening.id} opening={opening} />
        ))}
      </Stack>
    </Card>
  );
}

/** How a request stands, and what this person may do about it: nobody consents to the own request, and
 * who consented does not open. */
function Request({ opening }: { opening: Opening }) {
  const { t, dateTime } = useSpeech();
  const me = useMe().data;
  const deciding = useChange();
  const taking = useChange<Opening>();
  const path = `/reporter-openings/${opening.id}`;
  const mayDecide = opening.state === "asked" && opening.asked_by !== me?.name;
  const isAgreed = opening.state === "consented" || opening.state === "opened";
  const mayTake = isAgreed && me && hasRole(me, "custodian") && opening.decided_by !== me.name;
  const box = taking.data?.value.sealed;
  return (
    <Card withBorder p="sm">
      <Stack gap="xs">
        <Group gap="xs">
          <Badge>{t(`sealed.state.${opening.state}`)}</Badge>
          <Text size="sm">{t("sealed.by", { by: opening.asked_by, when: dateTime(opening.made_at), reason: opening.reason })}</Text>
          {opening.decided_by ? <Text size="sm">{t("sealed.decided", { by: opening.decided_by })}</Text> : null}
        </Group>
        <Code style={{ overflowWrap: "anywhere" }}>{opening.report}</Code>
        <ProblemNote error={deciding.error ?? taking.error} />
        <Group>
          {mayDecide ? (
            <>
              <Button size="compact-sm" loading={deciding.isPending} onClick={() => deciding.mutate({ path: `${path}/consent` })}>
                {t("sealed.consent")}
              </Button>
              <Button size="compact-sm" variant="default" disabled={deciding.isPending} onClick={() => deciding.mutate({ path: `${path}/refusal` })}>
                {t("sealed.refuse")}
              </Button>
            </>
          ) : null}
          {mayTake ? (
            <Button size="compact-sm" variant="light" loading={taking.isPending} onClick={() => taking.mutate({ path: `${path}/opening` })}>
              {t("sealed.take")}
            </Button>
          ) : null}
        </Group>
        {box ? (
          <Stack gap="xs" role="status">
            <Text size="sm">{t("sealed.box")}</Text>
            <Code block tabIndex={0} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {box}
            </Code>
          </Stack>
        ) : null}
      </Stack>
    </Card>
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
