import { Alert, Button, Group, Table, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { call, type Schemas } from "../api/client";
import { PageList } from "../parts/PageList";
import { ProblemNote } from "../parts/ProblemNote";
import { usePages } from "../parts/usePages";
import { actionWords, principalWords, purposeWords } from "../words/auditWords";
import { useSpeech } from "../words/locale";

type Entry = Schemas["AuditEntry"];

/** Everything that was done or looked at, and the proof that nothing was altered. */
export function AuditPage() {
  const { t, dateTime, locale } = useSpeech();
  const list = usePages(["audit"], "/audit", (page: { entries: Entry[]; next?: string }) => page.entries);
  return (
    <PageList title={t("audit.title")} query={list} tools={<Verifying />}>
      <Table.ScrollContainer minWidth={640}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("audit.when")}</Table.Th>
              <Table.Th>{t("audit.who")}</Table.Th>
              <Table.Th>{t("audit.what")}</Table.Th>
              <Table.Th>{t("audit.purpose")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.items.map((entry) => (
              <Table.Tr key={entry.sequence}>
                <Table.Td className="whole">{dateTime(entry.at)}</Table.Td>
                <Table.Td>{principalWords(entry.principal, locale)}</Table.Td>
                <Table.Td>{actionWords(entry.action, locale)}</Table.Td>
                <Table.Td>{purposeWords(entry.purpose, locale)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </PageList>
  );
}

function Verifying() {
  const { t } = useSpeech();
  const verifying = useMutation({
    mutationFn: () => call<Schemas["Verification"]>("/audit/verification"),
  });
  const answer = verifying.data?.value;
  return (
    <>
      <Group>
        <Button variant="light" loading={verifying.isPending} onClick={() => verifying.mutate()}>
          {t("audit.verify")}
        </Button>
      </Group>
      <ProblemNote error={verifying.error} />
      {answer ? (
        <Alert color={answer.holds ? "green" : "red"} role="status">
          <Text>
            {answer.holds
              ? t("audit.holds", { entries: answer.entries })
              : t("audit.broken", { where: answer.first_broken ?? "" })}
          </Text>
        </Alert>
      ) : null}
    </>
  );
}
