import { Badge, Button, Card, Code, Group, MultiSelect, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { get, type Schemas } from "../api/client";
import { useMe } from "../api/session";
import { PageList } from "../parts/PageList";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { usePages } from "../parts/usePages";
import { useSpeech } from "../words/locale";

type Account = Schemas["Account"];
type Organisation = Schemas["Organisation"];

const roles = [
  "employee",
  "company_officer",
  "station_officer",
  "analyst",
  "approver",
  "investigator",
  "liaison",
  "custodian",
  "auditor",
  "administrator",
] as const;

/** Accounts are made by invitation only. */
export function AccountsPage() {
  const { t } = useSpeech();
  const list = usePages(["accounts"], "/accounts", (page: { accounts: Account[]; next?: string }) => page.accounts);
  return (
    <PageList title={t("account.title")} query={list} tools={<Inviting />}>
      <Stack gap="xs">
        {list.items.map((account) => (
          <AccountLine key={account.id} account={account} />
        ))}
      </Stack>
    </PageList>
  );
}

function AccountLine({ account }: { account: Account }) {
  const { t } = useSpeech();
  const me = useMe().data;
  const [isAsking, ask] = useDisclosure(false);
  const change = useChange(ask.close);
  return (
    <Card withBorder p="sm">
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text fw={600}>{account.name}</Text>
          <Text size="sm">{account.roles.map((role) => t(`role.${role}`)).join("、")}</Text>
          <Badge variant="light">{t(`account.state.${account.state}`)}</Badge>
        </Group>
        {account.state !== "disabled" && account.name !== me?.name && !isAsking ? (
          <Button size="compact-sm" variant="default" aria-label={`${t("account.disable")} ${account.name}`} onClick={ask.open}>
            {t("account.disable")}
          </Button>
        ) : null}
      </Group>
      {isAsking ? (
        <Group gap="xs" mt="xs" role="group" aria-label={t("account.disableSure", { name: account.name })}>
          <Text size="sm">{t("account.disableSure", { name: account.name })}</Text>
          <Button
            size="compact-sm"
            color="red"
            loading={change.isPending}
            onClick={() => change.mutate({ path: `/accounts/${account.id}/disable` })}
          >
            {t("account.disableDo")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={ask.close} autoFocus>
            {t("app.cancel")}
          </Button>
        </Group>
      ) : null}
      <ProblemNote error={change.error} />
    </Card>
  );
}

function Inviting() {
  const { t, pick } = useSpeech();
  const [name, setName] = useState("");
  const [organisation, setOrganisation] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const organisations = useQuery({
    queryKey: ["organisations", "all"],
    queryFn: () => get<{ organisations: Organisation[] }>("/organisations?limit=200"),
  });
  const change = useChange<{ code: string }>();
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("account.new")}
      </Title>
      <Stack gap="sm">
        <TextInput label={t("signIn.name")} value={name} onChange={(e) => setName(e.currentTarget.value)} />
        <Select
          label={t("account.organisation")}
          searchable
          value={organisation}
          onChange={setOrganisation}
          data={(organisations.data?.organisations ?? []).map((one) => ({ value: one.id, label: pick(one.name) }))}
        />
        <MultiSelect
          label={t("account.roles")}
          value={chosen}
          onChange={setChosen}
          data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <ProblemNote error={change.error} />
        <Group>
          <Button
            disabled={!name.trim() || !organisation || chosen.length === 0}
            loading={change.isPending}
            onClick={() => change.mutate({ path: "/invitations", body: { name, organisation, roles: chosen } })}
          >
            {t("account.invite")}
          </Button>
        </Group>
        {change.data ? (
          <Text role="status">
            {t("account.code")}: <Code>{change.data.value.code}</Code>
          </Text>
        ) : null}
      </Stack>
    </Card>
  );
}
