import { Badge, Button, Card, Group, List, Loader, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { get, type Schemas } from "../api/client";
import { hasRole, type Me } from "../api/session";
import { ProblemNote } from "../parts/ProblemNote";
import { useVocabulary } from "../parts/ReadingView";
import { useChange } from "../parts/useChange";
import { useSpeech } from "../words/locale";

type View = Schemas["OrganisationView"];
type Contact = Schemas["Contact"];

/** The firm card: sites, technologies, who may be called and how that was verified. */
export function OrganisationPage({ id, me }: { id: string; me: Me }) {
  const { t, pick } = useSpeech();
  const vocabulary = useVocabulary();
  const query = useQuery({ queryKey: ["organisation", id], queryFn: () => get<View>(`/organisations/${id}`) });
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  const { organisation, contacts } = query.data;
  const technology = (code: string) =>
    pick(vocabulary.data?.technologies.find((one) => one.id === code)?.name) || code;
  return (
    <Stack>
      <Group>
        <Title order={1} size="h2">
          {pick(organisation.name)}
        </Title>
        {organisation.fictional ? <Badge color="yellow">{t("org.fictional")}</Badge> : null}
      </Group>
      <Text>
        {t(`org.kind.${organisation.kind}`)} · {organisation.key} · {organisation.sector}
      </Text>
      <Section title={t("org.technologies")} lines={(organisation.technologies ?? []).map(technology)} />
      <Section
        title={t("org.sites")}
        lines={(organisation.sites ?? []).map((site) => [site.name, site.address, site.area].filter(Boolean).join(" · "))}
      />
      <Card withBorder>
        <Title order={2} size="h4">
          {t("org.contacts")}
        </Title>
        <Stack gap="sm">
          {contacts.map((contact) => (
            <ContactLine key={contact.id} contact={contact} mayVerify={hasRole(me, "station_officer", "administrator")} />
          ))}
        </Stack>
      </Card>
    </Stack>
  );
}

function Section({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {title}
      </Title>
      <List>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Card>
  );
}

function ContactLine({ contact, mayVerify }: { contact: Contact; mayVerify: boolean }) {
  const { t } = useSpeech();
  const [how, setHow] = useState("");
  const change = useChange();
  return (
    <div>
      <Text>
        {contact.name} ({contact.role}) {contact.email} {contact.phone}
      </Text>
      <Text size="sm" c="dimmed">
        {contact.verified ? t("org.verified", { how: contact.verified.how }) : t("org.notVerified")}
      </Text>
      {!contact.verified && mayVerify ? (
        <Group gap="xs">
          <TextInput size="xs" aria-label={`${t("org.verify")} ${contact.name}`} value={how} onChange={(e) => setHow(e.currentTarget.value)} />
          <Button
            size="compact-sm"
            variant="light"
            disabled={!how.trim()}
            loading={change.isPending}
            onClick={() => change.mutate({ path: `/contacts/${contact.id}/verification`, body: { how } })}
          >
            {t("org.verify")}
          </Button>
        </Group>
      ) : null}
      <ProblemNote error={change.error} />
    </div>
  );
}
