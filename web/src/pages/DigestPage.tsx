import { Anchor, List, Loader, SimpleGrid, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { get, type Schemas } from "../api/client";
import { PrintSheet } from "../parts/PrintSheet";
import { ProblemNote } from "../parts/ProblemNote";
import { useMethodName } from "../parts/useMethodName";
import { catalogue, type WordKey } from "../words/catalogue";
import { useSpeech } from "../words/locale";

type Digest = Schemas["Digest"];
type Figure = Schemas["Figure"];

/** The figures of a month that is over: for the desks above and for those that see few cases. */
export function DigestPage() {
  const { t } = useSpeech();
  const [month, setMonth] = useState("");
  const query = useQuery({
    queryKey: ["digest", month],
    queryFn: () => get<Digest>(month ? `/digests?month=${encodeURIComponent(month)}` : "/digests"),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <Stack data-testid="digest">
      <TextInput
        className="no-print"
        type="month"
        label={t("digest.month")}
        value={month || (query.data?.month ?? "")}
        onChange={(event) => setMonth(event.currentTarget.value)}
      />
      <ProblemNote error={query.error} retry={() => query.refetch()} />
      {query.isPending ? <Loader aria-label={t("app.loading")} /> : null}
      {query.data ? <Sheet digest={query.data} /> : null}
      <PrintSheet />
    </Stack>
  );
}

function Sheet({ digest }: { digest: Digest }) {
  const { t, date } = useSpeech();
  const methodName = useMethodName();
  const stageName = (id: string) => {
    const key = `stages.${id}`;
    return key in catalogue ? t(key as WordKey) : t("digest.rest");
  };
  return (
    <Stack className="sheet" gap="md">
      <div>
        <Text size="sm" fw={600}>
          {`TLP:${digest.tlp}`}
        </Text>
        <Title order={1}>
          {t("digest.title")}: {digest.month}
        </Title>
        <Text c="dimmed">{t("digest.lead")}</Text>
        <Text c="dimmed" size="sm">
          {t("digest.counted", { date: date(digest.made_at) })}
        </Text>
      </div>
      <Totals digest={digest} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Figures title={t("digest.stages")} figures={digest.stages} nameOf={stageName} />
        <Figures title={t("digest.methods")} figures={digest.methods} nameOf={methodName} />
      </SimpleGrid>
      <Lessons digest={digest} />
    </Stack>
  );
}

const totals = [
  ["visits", "digest.visits"],
  ["firms_visited", "digest.firms"],
  ["consultations", "digest.consultations"],
  ["reports", "digest.reports"],
  ["warned", "digest.warned"],
  ["answered", "digest.answered"],
  ["answered_in_time", "digest.inTime"],
] as const;

function Totals({ digest }: { digest: Digest }) {
  const { t } = useSpeech();
  const rows: [string, string][] = totals.map(([field, word]) => [t(word), String(digest[field] ?? t("digest.few"))]);
  if (digest.answer_days_median !== undefined) rows.push([t("digest.median"), digest.answer_days_median.toFixed(1)]);
  rows.push([t("digest.meetings"), String(digest.meetings)]);
  return <Rows title={t("digest.figure")} rows={rows} />;
}

function Figures({ title, figures, nameOf }: { title: string; figures: Figure[]; nameOf: (id: string) => string }) {
  const { t } = useSpeech();
  if (figures.length === 0)
    return (
      <div>
        <Text fw={600}>{title}</Text>
        <Text>{t("digest.noneTold")}</Text>
      </div>
    );
  return <Rows title={title} rows={figures.map((one) => [nameOf(one.id), String(one.count)])} />;
}

function Rows({ title, rows }: { title: string; rows: [string, string][] }) {
  const { t } = useSpeech();
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{title}</Table.Th>
          <Table.Th scope="col">{t("digest.count")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([name, count]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={400}>
              {name}
            </Table.Th>
            <Table.Td>{count}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Lessons({ digest }: { digest: Digest }) {
  const { t, pick } = useSpeech();
  return (
    <div>
      <Title order={2} size="h3">
        {t("digest.lessons")}
      </Title>
      {digest.lessons.length === 0 ? <Text>{t("digest.noLessons")}</Text> : null}
      <List>
        {digest.lessons.map((one) => (
          <List.Item key={one.id}>
            <Anchor component={Link} href={`/lessons/${one.id}`}>
              {pick(one.title)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </div>
  );
}
