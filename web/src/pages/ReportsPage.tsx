import { Anchor, Badge, Button, Card, Group, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link } from "wouter";
import { call, type Schemas } from "../api/client";
import { hasRole, useMe } from "../api/session";
import { OrganisationName } from "../parts/OrganisationName";
import { PageList } from "../parts/PageList";
import { ProblemNote } from "../parts/ProblemNote";
import { usePages } from "../parts/usePages";
import { useSpeech } from "../words/locale";

type Summary = Schemas["ReportSummary"];

export function ReportsPage() {
  const { t } = useSpeech();
  const me = useMe().data;
  const reports = usePages(["reports"], "/reports", (page: { reports: Summary[]; next?: string }) => page.reports);
  const isFirm = me ? hasRole(me, "employee", "company_officer") : false;
  const mayAskElsewhere = me ? hasRole(me, "station_officer", "analyst", "liaison") : false;
  return (
    <PageList
      title={t("reports.title")}
      empty={t(isFirm ? "reports.emptyFirm" : "app.empty")}
      query={reports}
      tools={mayAskElsewhere ? <Tools /> : isFirm ? <Anchor href="/report.html#mailbox">{t("report.mailbox")}</Anchor> : null}
    >
      {reports.items.length > 0 ? <ReportTable reports={reports.items} /> : null}
    </PageList>
  );
}

function ReportTable({ reports }: { reports: Summary[] }) {
  const { t, dateTime } = useSpeech();
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("reports.received")}</Table.Th>
            <Table.Th>{t("reports.state")}</Table.Th>
            <Table.Th>{t("reports.assessed")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reports.map((report) => (
            <Table.Tr key={report.id}>
              <Table.Td>
                <Anchor component={Link} href={`/reports/${report.id}`}>
                  {dateTime(report.received_at)}
                </Anchor>{" "}
                <Text span size="sm" c="dimmed">
                  <OrganisationName of={report.organisation_key} />
                </Text>
              </Table.Td>
              <Table.Td>{t(`state.${report.state}`)}</Table.Td>
              <Table.Td>
                <Badge variant="light">{t(`band.${report.band}`)}</Badge>{" "}
                {report.stage !== "none" ? <Badge variant="outline">{t(`stage.${report.stage}`)}</Badge> : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Tools() {
  const { t } = useSpeech();
  const [words, setWords] = useState("");
  const [value, setValue] = useState("");
  const search = useMutation({
    mutationFn: () =>
      call<{ reports: Summary[] }>("/search/reports", { method: "POST", body: { text: words } }),
  });
  const asking = useMutation({
    mutationFn: () => call<{ hit: boolean; ask?: string[] }>("/search/hit", { method: "POST", body: { value } }),
  });
  const submit = (run: () => void) => (event: FormEvent) => {
    event.preventDefault();
    run();
  };
  return (
    <Stack gap="sm">
      <form onSubmit={submit(() => search.mutate())} role="search">
        <Group align="end" gap="xs">
          <TextInput label={t("reports.search")} value={words} onChange={(e) => setWords(e.currentTarget.value)} />
          <Button type="submit" variant="light" disabled={words.length < 2} loading={search.isPending}>
            {t("reports.find")}
          </Button>
        </Group>
      </form>
      <ProblemNote error={search.error} />
      {search.data ? (
        search.data.value.reports.length > 0 ? (
          <ReportTable reports={search.data.value.reports} />
        ) : (
          <Text>{t("app.empty")}</Text>
        )
      ) : null}
      <Card withBorder>
        <form onSubmit={submit(() => asking.mutate())}>
          <Title order={2} size="h5">
            {t("reports.hit")}
          </Title>
          <Group align="end" gap="xs">
            <TextInput
              aria-label={t("reports.hit")}
              description={t("reports.hitLead")}
              value={value}
              onChange={(e) => setValue(e.currentTarget.value)}
            />
            <Button type="submit" variant="light" disabled={value.length < 2} loading={asking.isPending}>
              {t("reports.find")}
            </Button>
          </Group>
          <ProblemNote error={asking.error} />
          {asking.data ? (
            <Text role="status">
              {asking.data.value.hit
                ? t("reports.hitYes", { ask: (asking.data.value.ask ?? []).join(", ") })
                : t("reports.hitNo")}
            </Text>
          ) : null}
        </form>
      </Card>
    </Stack>
  );
}
