import { Anchor, Badge, Button, Card, Group, List, Loader, Select, Stack, Table, TextInput, Textarea, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { call, type Schemas } from "../api/client";
import { hasRole, type Me } from "../api/session";
import { AssessmentView } from "../parts/AssessmentView";
import { ProblemNote } from "../parts/ProblemNote";
import { useVocabulary } from "../parts/ReadingView";
import { useChange } from "../parts/useChange";
import { useSpeech } from "../words/locale";

type View = Schemas["DossierView"];
type Dossier = Schemas["Dossier"];

/** The record of an actor: what is confirmed, the path over time, and what to do about it. */
export function DossierPage({ id, me }: { id: string; me: Me }) {
  const { t, pick } = useSpeech();
  const vocabulary = useVocabulary();
  const query = useQuery({
    queryKey: ["dossier", id],
    queryFn: () => call<View>(`/dossiers/${id}?purpose=linking`),
  });
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  const { value: view, etag } = query.data;
  const { dossier } = view;
  const name = (indicator: string) =>
    pick(vocabulary.data?.indicators.find((one) => one.id === indicator)?.name) || indicator;
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {dossier.label}
        </Title>
        <Badge size="lg" data-testid="dossier-state">
          {t(`dossier.state.${dossier.state}`)}
        </Badge>
      </Group>
      {dossier.state === "proposed" ? <Deciding dossier={dossier} etag={etag} /> : null}
      <Card withBorder>
        <Title order={2} size="h4">
          {t("dossier.confirmed")}
        </Title>
        <List>
          {dossier.confirmed.map((one) => (
            <List.Item key={one}>
              {one} {name(one)}
            </List.Item>
          ))}
        </List>
      </Card>
      {view.assessment ? (
        <Card withBorder>
          <AssessmentView assessment={view.assessment} />
        </Card>
      ) : null}
      <Timeline view={view} etag={etag} mayChange={hasRole(me, "analyst")} />
      <StatusCard dossier={dossier} etag={etag} />
      <ContraryCard dossier={dossier} etag={etag} />
      {dossier.state === "open" && hasRole(me, "analyst") ? <Drafting id={dossier.id} /> : null}
    </Stack>
  );
}

function Deciding({ dossier, etag }: { dossier: Dossier; etag: string | undefined }) {
  const { t } = useSpeech();
  const [reason, setReason] = useState("");
  const change = useChange();
  const decide = (decision: string) =>
    change.mutate({ path: `/dossiers/${dossier.id}/decision`, etag, body: { decision, reason } });
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Textarea label={t("app.reason")} value={reason} autosize onChange={(e) => setReason(e.currentTarget.value)} />
        <ProblemNote error={change.error} />
        <Group>
          <Button loading={change.isPending} onClick={() => decide("open")}>
            {t("dossier.confirm")}
          </Button>
          <Button variant="default" disabled={!reason.trim()} loading={change.isPending} onClick={() => decide("refuse")}>
            {t("dossier.refuse")}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function Timeline({ view, etag, mayChange }: { view: View; etag: string | undefined; mayChange: boolean }) {
  const { t, pick } = useSpeech();
  const vocabulary = useVocabulary();
  const nameOf = (indicator: string) => pick(vocabulary.data?.indicators.find((one) => one.id === indicator)?.name) || indicator;
  /** A persona by when it was met and the name it gave. */
  const told = (report: string) => {
    const met = view.timeline.filter((entry) => entry.report === report);
    const names = [...new Set(met.flatMap((entry) => entry.names ?? []))];
    return [met[0]?.when, ...names].filter(Boolean).join(" · ") || t("dossier.unnamed");
  };
  const change = useChange();
  const remove = (report: string, index: number) =>
    change.mutate({ path: `/dossiers/${view.dossier.id}/personas/${report}/${index}`, method: "DELETE", etag });
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("dossier.timeline")}
      </Title>
      <Table.ScrollContainer minWidth={280}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("dossier.when")}</Table.Th>
              <Table.Th>{t("dossier.where")}</Table.Th>
              <Table.Th>{t("dossier.acts")}</Table.Th>
              <Table.Th>{t("dossier.named")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {view.timeline.map((entry, at) => (
              <Table.Tr key={at}>
                <Table.Td className="whole">
                  <Anchor component={Link} href={`/reports/${entry.report}`}>
                    {entry.when || "—"}
                  </Anchor>
                </Table.Td>
                <Table.Td>{entry.place || entry.area || "—"}</Table.Td>
                <Table.Td>
                  <Badge variant="outline">{t(`stage.${entry.stage}`)}</Badge>{" "}
                  {(entry.indicators ?? []).map(nameOf).join("、")}
                </Table.Td>
                <Table.Td>{(entry.names ?? []).map((name) => `“${name}”`).join(" / ")}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <ProblemNote error={change.error} />
      {mayChange ? (
        <List size="sm">
          {view.dossier.personas.map((one) => (
            <List.Item key={`${one.report}-${one.index}`}>
              <Anchor component={Link} href={`/reports/${one.report}`}>
                {told(one.report)}
              </Anchor>{" "}
              <Button size="compact-xs" variant="subtle" onClick={() => remove(one.report, one.index)}>
                {t("dossier.remove")}
              </Button>
            </List.Item>
          ))}
        </List>
      ) : null}
    </Card>
  );
}

function StatusCard({ dossier, etag }: { dossier: Dossier; etag: string | undefined }) {
  const { t } = useSpeech();
  const [status, setStatus] = useState<string>("unknown");
  const [asOf, setAsOf] = useState("");
  const [source, setSource] = useState("");
  const change = useChange();
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("dossier.status")}
      </Title>
      <List size="sm">
        {dossier.statuses.map((one, at) => (
          <List.Item key={at}>
            {t(`actor.${one.status}`)} — {one.as_of} ({one.source})
          </List.Item>
        ))}
      </List>
      <Group align="end" gap="xs">
        <Select
          label={t("dossier.status")}
          allowDeselect={false}
          value={status}
          onChange={(value) => setStatus(value ?? "unknown")}
          data={(["active", "left", "unknown"] as const).map((value) => ({ value, label: t(`actor.${value}`) }))}
        />
        <TextInput type="date" label={t("dossier.asOf")} value={asOf} onChange={(e) => setAsOf(e.currentTarget.value)} />
        <TextInput label={t("dossier.source")} value={source} onChange={(e) => setSource(e.currentTarget.value)} />
        <Button
          variant="light"
          disabled={!asOf || !source.trim()}
          loading={change.isPending}
          onClick={() => change.mutate({ path: `/dossiers/${dossier.id}/statuses`, etag, body: { status, as_of: asOf, source } })}
        >
          {t("dossier.statusAdd")}
        </Button>
      </Group>
      <ProblemNote error={change.error} />
    </Card>
  );
}

function ContraryCard({ dossier, etag }: { dossier: Dossier; etag: string | undefined }) {
  const { t } = useSpeech();
  const [text, setText] = useState(dossier.contrary_evidence ?? "");
  const change = useChange();
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Textarea label={t("dossier.contrary")} autosize minRows={2} value={text} onChange={(e) => setText(e.currentTarget.value)} />
        <ProblemNote error={change.error} />
        <Group>
          <Button
            variant="light"
            loading={change.isPending}
            onClick={() => change.mutate({ path: `/dossiers/${dossier.id}/contrary-evidence`, method: "PUT", etag, body: { text } })}
          >
            {t("app.save")}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function Drafting({ id }: { id: string }) {
  const { t } = useSpeech();
  const [, go] = useLocation();
  const drafting = useChange<Schemas["Alert"]>(({ value }) => go(`/alerts/${value.id}`));
  const draft = (product: string) => drafting.mutate({ path: "/alerts", body: { product, dossier: id } });
  return (
    <>
      <ProblemNote error={drafting.error} />
      <Group>
        <Button loading={drafting.isPending} onClick={() => draft("warning")}>
          {t("dossier.warn")}
        </Button>
        <Button variant="default" loading={drafting.isPending} onClick={() => draft("public_notice")}>
          {t("dossier.notice")}
        </Button>
      </Group>
    </>
  );
}
