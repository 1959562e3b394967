import { Anchor, Badge, Card, Group, Loader, SimpleGrid, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Link } from "wouter";
import { get, type Schemas } from "../api/client";
import { hasRole, type Me } from "../api/session";
import { PrintSheet } from "../parts/PrintSheet";
import { ProblemNote } from "../parts/ProblemNote";
import { ShareBar } from "../parts/ShareBar";
import type { WordKey } from "../words/catalogue";
import { useSpeech } from "../words/locale";

type Loop = Schemas["Loop"];
type Told = number | undefined;

/** Whether the work closes its loop: from the visit and the report to the contact that ceased. */
export function LoopPage({ me, isSimulated }: { me: Me; isSimulated: boolean }) {
  const { t } = useSpeech();
  const [month, setMonth] = useState("");
  const query = useQuery({
    queryKey: ["loop", month],
    queryFn: () => get<Loop>(month ? `/loops?month=${encodeURIComponent(month)}` : "/loops"),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <Stack data-testid="loop">
      <TextInput
        className="no-print"
        type="month"
        label={t("loop.month")}
        value={month || (query.data?.month ?? "")}
        onChange={(event) => setMonth(event.currentTarget.value)}
      />
      <ProblemNote error={query.error} retry={() => query.refetch()} />
      {query.isPending ? <Loader aria-label={t("app.loading")} /> : null}
      {query.data ? <Sheet loop={query.data} isSimulated={isSimulated} hasMap={hasRole(me, "station_officer", "analyst", "approver")} /> : null}
      <PrintSheet />
    </Stack>
  );
}

function Sheet({ loop, isSimulated, hasMap }: { loop: Loop; isSimulated: boolean; hasMap: boolean }) {
  const { t, date } = useSpeech();
  return (
    <Stack className="sheet" gap="md">
      <div>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {`TLP:${loop.tlp}`}
          </Text>
          {isSimulated ? (
            <Badge color="yellow" variant="outline" autoContrast data-testid="simulated">
              {t("loop.simulated")}
            </Badge>
          ) : null}
        </Group>
        <Title order={1}>{t("loop.title")}</Title>
        <Text fw={600}>{t("loop.span", { since: loop.since, month: loop.month })}</Text>
        <Text c="dimmed">{t("loop.lead")}</Text>
        <Text c="dimmed" size="sm">
          {t("digest.counted", { date: date(loop.made_at) })}
        </Text>
      </div>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Visited loop={loop} hasMap={hasMap} />
        <AlertDays loop={loop} />
        <Answered loop={loop} />
        <Ceased loop={loop} />
        <AroundVisits loop={loop} />
        <Part title="loop.awareness" name="awareness">
          <Text>{t("loop.notMeasured")}</Text>
          <Text size="sm" c="dimmed">
            {t("loop.awarenessLead")}
          </Text>
        </Part>
      </SimpleGrid>
    </Stack>
  );
}

function Part({ title, name, children }: { title: WordKey; name: string; children: ReactNode }) {
  const { t } = useSpeech();
  return (
    <Card withBorder component="section" data-testid={`loop-${name}`}>
      <Title order={2} size="h4">
        {t(title)}
      </Title>
      <Stack gap="xs">{children}</Stack>
    </Card>
  );
}

/** A share as a bar; in words alone where too few firms stand behind it. */
function Share({ name, percent }: { name: string; percent: Told }) {
  const { t } = useSpeech();
  if (percent === undefined)
    return (
      <Group justify="space-between" gap="xs">
        <Text size="sm">{name}</Text>
        <Text size="sm">{t("loop.few")}</Text>
      </Group>
    );
  return <ShareBar name={name} percent={percent} tell={t("loop.percent", { percent })} />;
}

function Visited({ loop, hasMap }: { loop: Loop; hasMap: boolean }) {
  const { t } = useSpeech();
  return (
    <Part title="loop.visited" name="visited">
      {loop.firms === undefined ? (
        <Text>{t("loop.few")}</Text>
      ) : (
        <>
          <Text>{t("loop.firms", { firms: loop.firms })}</Text>
          <Share name={t("loop.visitedShare")} percent={loop.visited_percent} />
        </>
      )}
      {hasMap ? (
        <Anchor component={Link} href="/visits" className="no-print">
          {t("loop.toMap")}
        </Anchor>
      ) : null}
    </Part>
  );
}

/** Days as they are told: in halves. */
function days(told: Told, few: string): string {
  return told === undefined ? few : told.toFixed(1);
}

interface DaysRow {
  name: string;
  detail?: string;
  median: Told;
  nineInTen: Told;
}

function DaysTable({ rows }: { rows: DaysRow[] }) {
  const { t } = useSpeech();
  const few = t("loop.fewShort");
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("loop.days")}</Table.Th>
          <Table.Th scope="col" className="whole">
            {t("loop.median")}
          </Table.Th>
          <Table.Th scope="col">{t("loop.nineInTen")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.name}>
            <Table.Th scope="row" fw={400}>
              {row.name}
              {row.detail ? (
                <Text size="xs" c="dimmed">
                  {row.detail}
                </Text>
              ) : null}
            </Table.Th>
            <Table.Td>{days(row.median, few)}</Table.Td>
            <Table.Td>{days(row.nineInTen, few)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function AlertDays({ loop }: { loop: Loop }) {
  const { t } = useSpeech();
  const rows = (["caution", "warning"] as const).map((product) => {
    const told = loop.alert_days.find((one) => one.product === product);
    return {
      name: t(`alert.product.${product}`),
      detail: told ? t("briefing.orMore", { count: told.alerts }) : undefined,
      median: told?.days.median,
      nineInTen: told?.days.nine_in_ten,
    };
  });
  return (
    <Part title="loop.alertDays" name="alert-days">
      <Text size="sm" c="dimmed">
        {t("loop.alertDaysLead")}
      </Text>
      <DaysTable rows={rows} />
    </Part>
  );
}

function Answered({ loop }: { loop: Loop }) {
  const { t } = useSpeech();
  return (
    <Part title="loop.answered" name="answered">
      <Text>{loop.warned === undefined ? t("loop.few") : t("loop.warned", { count: loop.warned })}</Text>
      <Share name={t("loop.answeredShare")} percent={loop.answered_percent} />
      <Share name={t("loop.lateShare")} percent={loop.late_percent} />
      <DaysTable
        rows={[
          { name: t("loop.untilAnswer"), median: loop.answer_days?.median, nineInTen: loop.answer_days?.nine_in_ten },
        ]}
      />
    </Part>
  );
}

/** What firms may have said; "" is what no part of its own may tell. */
const said: Record<string, WordKey> = {
  yes: "loop.ceasedYes",
  no: "loop.ceasedNo",
  unknown: "loop.ceasedUnknown",
  unanswered: "loop.unanswered",
};
const inOrder = ["yes", "no", "unknown", "unanswered", ""];

function Ceased({ loop }: { loop: Loop }) {
  const { t } = useSpeech();
  return (
    <Part title="loop.ceased" name="ceased">
      {[30, 90, 180].map((day) => {
        const asked = loop.ceased.find((one) => one.day === day);
        return (
          <div key={day}>
            <Text fw={600} size="sm">
              {t("loop.afterDays", { days: day })}
            </Text>
            {asked ? (
              <Text size="sm" c="dimmed">
                {t("loop.asked", { count: asked.asked })}
              </Text>
            ) : (
              <Text size="sm">{t("loop.few")}</Text>
            )}
            {inOrder.map((id) => {
              const share = asked?.answers.find((one) => one.id === id);
              return share ? <Share key={id} name={t(said[id] ?? "digest.rest")} percent={share.percent} /> : null;
            })}
          </div>
        );
      })}
    </Part>
  );
}

function AroundVisits({ loop }: { loop: Loop }) {
  const { t } = useSpeech();
  const around = loop.around_visits;
  const count = (told: Told) => (told === undefined ? t("loop.fewShort") : t("briefing.orMore", { count: told }));
  return (
    <Part title="loop.around" name="around-visits">
      {around ? (
        <>
          <Text>{t("loop.aroundFirms", { count: around.firms })}</Text>
          <Share name={t("loop.before", { count: count(around.reports_before) })} percent={around.percent_before} />
          <Share name={t("loop.after", { count: count(around.reports_after) })} percent={around.percent_after} />
        </>
      ) : (
        <Text>{t("loop.few")}</Text>
      )}
      <Text size="sm" c="dimmed">
        {t("loop.aroundNote")}
      </Text>
    </Part>
  );
}
