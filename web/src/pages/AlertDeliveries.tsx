import { Anchor, Card, Table, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { get, type Schemas } from "../api/client";
import { OrganisationName } from "../parts/OrganisationName";
import { ProblemNote } from "../parts/ProblemNote";
import { useSpeech } from "../words/locale";

type Delivery = Schemas["Delivery"];

/** Who has it, who acknowledged, who is late. */
export function AlertDeliveries({ alert }: { alert: string }) {
  const { t, date } = useSpeech();
  const query = useQuery({
    queryKey: ["deliveries", alert],
    queryFn: () => get<{ deliveries: Delivery[] }>(`/alerts/${alert}/deliveries`),
    retry: false,
  });
  const state = (one: Delivery) =>
    one.acknowledged
      ? t("delivery.acknowledged", { date: date(one.acknowledged.at) })
      : one.handed_over
        ? t("delivery.handedOver", { date: date(one.handed_over.at), to: one.handed_over.to_role })
        : t("delivery.waiting");
  return (
    <Card withBorder data-testid="deliveries">
      <Title order={2} size="h4">
        {t("alert.deliveries")}
      </Title>
      <ProblemNote error={query.error} />
      <Table.ScrollContainer minWidth={280}>
        <Table>
          <Table.Tbody>
            {(query.data?.deliveries ?? []).map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td>
                  <Anchor component={Link} href={`/hand-overs/${one.id}`}>
                    <OrganisationName of={one.organisation_key} />
                  </Anchor>
                </Table.Td>
                <Table.Td>{one.correction > 0 ? t("delivery.correction") : ""}</Table.Td>
                <Table.Td>{t(`delivery.notice.${one.notice}`)}</Table.Td>
                <Table.Td>{state(one)}</Table.Td>
                <Table.Td>
                  {one.acknowledged ? `${t("inbox.seenHere")}: ${t(`yes.${one.acknowledged.seen_here_too}`)}` : ""}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}
