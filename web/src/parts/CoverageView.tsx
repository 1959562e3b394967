import { Card, Loader, SimpleGrid, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { get, type Schemas } from "../api/client";
import { catalogue, type WordKey } from "../words/catalogue";
import { useSpeech } from "../words/locale";
import { ProblemNote } from "./ProblemNote";

type Coverage = Schemas["VisitCoverage"];
type Cell = Schemas["CoverageCell"];

/** So many visited of so many, and where not. */
export function CoverageView() {
  const { t } = useSpeech();
  const query = useQuery({ queryKey: ["coverage"], queryFn: () => get<Coverage>("/visits/coverage") });
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  const { firms, visited, areas, technologies } = query.data;
  return (
    <Card withBorder data-testid="coverage">
      <Title order={2} size="h4">
        {t("visit.coverage")}
      </Title>
      {firms === 0 ? (
        <Text>{t("visit.coverageFew")}</Text>
      ) : (
        <>
          <Text fw={600}>{t("visit.coverageOf", { firms, visited })}</Text>
          <Text size="sm" c="dimmed">
            {t("visit.coverageNote")}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }} mt="sm">
            <Cells title={t("visit.byArea")} cells={areas} nameOf={(id) => id} />
            <Cells title={t("visit.byField")} cells={technologies} nameOf={(id) => fieldName(id, t)} />
          </SimpleGrid>
        </>
      )}
    </Card>
  );
}

/** The field of a technology; its code where we have no word for it. */
function fieldName(id: string, t: (key: WordKey) => string): string {
  const key = `field.${id}`;
  return key in catalogue ? t(key as WordKey) : id;
}

function Cells({ title, cells, nameOf }: { title: string; cells: Cell[]; nameOf: (id: string) => string }) {
  const { t } = useSpeech();
  return (
    <Table captionSide="top">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{title}</Table.Th>
          <Table.Th scope="col">{t("visit.firms")}</Table.Th>
          <Table.Th scope="col">{t("visit.visited")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {cells.map((cell) => (
          <Table.Tr key={cell.id}>
            <Table.Th scope="row">{cell.id ? nameOf(cell.id) : t("visit.rest")}</Table.Th>
            <Table.Td>{cell.firms}</Table.Td>
            <Table.Td>{cell.visited}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
