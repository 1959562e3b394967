import { Badge, Button, Card, Code, FileInput, Group, List, Stack, Text, Textarea, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { call, callFile, get, type Schemas } from "../api/client";
import { hasRole, type Me } from "../api/session";
import { viewBundle } from "../parts/bundleLines";
import { ProblemNote } from "../parts/ProblemNote";
import { saveFile } from "../parts/saveFile";
import { useChange } from "../parts/useChange";
import { catalogue, type WordKey } from "../words/catalogue";
import { useSpeech } from "../words/locale";

type Partner = Schemas["Partner"];
type HubCard = Schemas["HubCard"];

interface Applied {
  from: string;
  applied: number;
  were_there: number;
  refused: string[];
}

/** Other hubs: made partners by their keys, given bundles and heard from. */
export function PartnersPage({ me }: { me: Me }) {
  const { t } = useSpeech();
  const handsOver = hasRole(me, "company_officer", "station_officer", "analyst", "liaison");
  const query = useQuery({
    queryKey: ["partners"],
    queryFn: () => get<{ partners: Partner[] }>("/partners"),
  });
  return (
    <Stack>
      <Title order={1}>{t("nav.partners")}</Title>
      <Text>{t("partner.lead")}</Text>
      <ProblemNote error={query.error} retry={() => query.refetch()} />
      {query.data?.partners.length === 0 ? <Text>{t("partner.none")}</Text> : null}
      {query.data?.partners.map((partner) => (
        <PartnerCard key={partner.id} partner={partner} edits={hasRole(me, "administrator")} handsOver={handsOver} />
      ))}
      {handsOver ? <TakingIn /> : null}
      {hasRole(me, "administrator") ? <Adding /> : null}
      <OwnCard />
    </Stack>
  );
}

function PartnerCard({ partner, edits, handsOver }: { partner: Partner; edits: boolean; handsOver: boolean }) {
  const { t, dateTime } = useSpeech();
  const key = partner.organisation_key;
  return (
    <Card withBorder p="sm">
      <Stack gap="xs">
        <Group gap="xs">
          <Title order={2} size="h4">
            {key}
          </Title>
          <Badge variant="light" color={partner.is_active ? "green" : "gray"}>
            {t(partner.is_active ? "partner.active" : "partner.ended")}
          </Badge>
        </Group>
        <Text size="sm">
          {t("partner.verified", { by: partner.verified_by, when: dateTime(partner.verified_at), how: partner.verified_how })}
        </Text>
        {partner.url ? <Code>{partner.url}</Code> : null}
        {partner.exchanged_at ? <Text size="sm">{t("partner.exchanged", { when: dateTime(partner.exchanged_at) })}</Text> : null}
        {partner.exchange_error ? (
          <Text size="sm" role="status">
            {t("partner.error", { error: partner.exchange_error })}
          </Text>
        ) : null}
        {partner.is_active && handsOver ? <HandingOver partner={partner} /> : null}
        {edits ? <Ending partner={partner} /> : null}
      </Stack>
    </Card>
  );
}

/** What would leave, line by line, before anything leaves. */
function HandingOver({ partner }: { partner: Partner }) {
  const { t } = useSpeech();
  const path = `/partners/${partner.organisation}/bundle`;
  const preview = useMutation({ mutationFn: async () => viewBundle(await (await callFile(path)).text()) });
  const make = useMutation({
    mutationFn: () => callFile(path, { method: "POST" }),
    onSuccess: (file) => saveFile(`${partner.organisation_key}.bundle`, file),
  });
  const view = preview.data;
  return (
    <Stack gap="xs">
      <Group>
        <Button size="compact-sm" variant="light" loading={preview.isPending} onClick={() => preview.mutate()}>
          {t("partner.preview")}
        </Button>
      </Group>
      <ProblemNote error={preview.error ?? make.error} />
      {view ? <Waiting counts={view.counts} /> : null}
      {view && view.counts.length > 0 ? (
        <>
          <details>
            <summary>{t("partner.lines")}</summary>
            <Code block tabIndex={0} aria-label={t("partner.lines")} style={{ maxHeight: "20rem", overflow: "auto" }}>
              {view.lines}
            </Code>
          </details>
          <Group>
            <Button size="compact-sm" loading={make.isPending} onClick={() => make.mutate()}>
              {t("partner.make")}
            </Button>
          </Group>
        </>
      ) : null}
      {make.data ? <Text role="status">{t("partner.made")}</Text> : null}
    </Stack>
  );
}

function Waiting({ counts }: { counts: { kind: string; count: number }[] }) {
  const { t } = useSpeech();
  const wordOf = (kind: string) => {
    const key = `partner.item.${kind}`;
    return key in catalogue ? t(key as WordKey) : kind;
  };
  return (
    <div role="status">
      <Text size="sm">{t(counts.length > 0 ? "partner.waits" : "partner.nothing")}</Text>
      <List size="sm">
        {counts.map(({ kind, count }) => (
          <List.Item key={kind}>
            {wordOf(kind)}: {count}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function Ending({ partner }: { partner: Partner }) {
  const { t } = useSpeech();
  const [isAsking, ask] = useDisclosure(false);
  const change = useChange(ask.close);
  const set = (is_active: boolean) =>
    change.mutate({
      path: `/partners/${partner.organisation}`,
      method: "PUT",
      body: { is_active, url: partner.url ?? "" },
      etag: `"${partner.revision}"`,
    });
  const key = partner.organisation_key;
  return (
    <>
      {isAsking ? (
        <Group gap="xs" role="group" aria-label={t("partner.endSure", { key })}>
          <Text size="sm">{t("partner.endSure", { key })}</Text>
          <Button size="compact-sm" color="red" loading={change.isPending} onClick={() => set(false)}>
            {t("partner.endDo")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={ask.close} autoFocus>
            {t("app.cancel")}
          </Button>
        </Group>
      ) : (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            loading={change.isPending}
            onClick={partner.is_active ? ask.open : () => set(true)}
          >
            {t(partner.is_active ? "partner.end" : "partner.resume")}
          </Button>
        </Group>
      )}
      <ProblemNote error={change.error} />
    </>
  );
}

function TakingIn() {
  const { t } = useSpeech();
  const [file, setFile] = useState<File | null>(null);
  const change = useChange<Applied>(() => setFile(null));
  const taken = change.data?.value;
  return (
    <Section title={t("partner.takeIn")}>
      <FileInput label={t("partner.takeInFile")} value={file} onChange={setFile} accept=".bundle" />
      <ProblemNote error={change.error} />
      <Group>
        <Button disabled={!file} loading={change.isPending} onClick={() => change.mutate({ path: "/bundles", body: file })}>
          {t("partner.takeInDo")}
        </Button>
      </Group>
      {taken ? (
        <div role="status">
          <Text>
            {t("partner.taken", {
              from: taken.from,
              applied: taken.applied,
              were: taken.were_there,
              refused: taken.refused.length,
            })}
          </Text>
          <List size="sm">
            {taken.refused.map((reason) => (
              <List.Item key={reason}>{reason}</List.Item>
            ))}
          </List>
        </div>
      ) : null}
    </Section>
  );
}

/** A card is taken on only after its fingerprint was compared out of band. */
function Adding() {
  const { t, pick } = useSpeech();
  const [file, setFile] = useState<File | null>(null);
  const [how, setHow] = useState("");
  const seen = useMutation({
    mutationFn: async (chosen: File) => {
      const card = JSON.parse(await chosen.text()) as HubCard;
      const answer = await call<{ fingerprint: string }>("/hub-card/fingerprint", { method: "POST", body: card });
      return { card, fingerprint: answer.value.fingerprint };
    },
  });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    seen.reset();
    if (chosen) seen.mutate(chosen);
  };
  const change = useChange<Partner>(() => {
    choose(null);
    setHow("");
  });
  const isNoCard = seen.error instanceof SyntaxError;
  return (
    <Section title={t("partner.add")}>
      <FileInput
        label={t("partner.card")}
        value={file}
        onChange={choose}
        accept=".card,.json"
        error={isNoCard ? t("partner.noCard") : undefined}
      />
      <ProblemNote error={isNoCard ? null : seen.error} />
      {seen.data ? (
        <>
          <Text fw={600}>{pick(seen.data.card.organisation.name)}</Text>
          <Fingerprint groups={seen.data.fingerprint} />
          <Text size="sm">{t("partner.compare")}</Text>
          <Textarea
            label={t("partner.how")}
            description={t("partner.howHint")}
            autosize
            value={how}
            onChange={(e) => setHow(e.currentTarget.value)}
          />
          <ProblemNote error={change.error} />
          <Group>
            <Button
              disabled={!how.trim()}
              loading={change.isPending}
              onClick={() => change.mutate({ path: "/partners", body: { card: seen.data.card, verified_how: how } })}
            >
              {t("partner.addDo")}
            </Button>
          </Group>
        </>
      ) : null}
    </Section>
  );
}

function OwnCard() {
  const { t } = useSpeech();
  const query = useQuery({
    queryKey: ["hub card"],
    queryFn: () => get<{ card: HubCard; fingerprint: string }>("/hub-card"),
  });
  const own = query.data;
  return (
    <Section title={t("partner.own")}>
      <Text size="sm">{t("partner.ownLead")}</Text>
      <ProblemNote error={query.error} retry={() => query.refetch()} />
      {own ? (
        <>
          <Fingerprint groups={own.fingerprint} />
          <Group>
            <Button
              variant="light"
              onClick={() => saveFile(`${own.card.organisation.key}.card`, new Blob([JSON.stringify(own.card)]))}
            >
              {t("partner.saveCard")}
            </Button>
          </Group>
        </>
      ) : null}
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        {children}
      </Stack>
    </Card>
  );
}

/** Sixteen groups of four digits, four a line, as they are read aloud. */
function Fingerprint({ groups }: { groups: string }) {
  const { t } = useSpeech();
  return (
    <div role="group" aria-label={t("partner.fingerprint")} style={{ maxWidth: "16rem" }}>
      <Text ff="monospace" size="lg">
        {groups}
      </Text>
    </div>
  );
}
