import { Button, Card, Group, Stack, Text } from "@mantine/core";
import type { Schemas } from "../api/client";
import { useSpeech } from "../words/locale";
import { ProblemNote } from "./ProblemNote";
import { useChange } from "./useChange";

/** Did the contact cease? asked 30, 90 and 180 days after sending. */
export function FollowUps({ delivery, etag }: { delivery: Schemas["Delivery"]; etag: string | undefined }) {
  const { t, date } = useSpeech();
  const change = useChange();
  if (delivery.follow_ups.length === 0) return null;
  const answer = (day: number, contact_ceased: string) =>
    change.mutate({ path: `/deliveries/${delivery.id}/follow-ups/${day}`, method: "PUT", etag, body: { contact_ceased } });
  return (
    <Card withBorder data-testid="follow-ups">
      <Stack gap="sm">
        {delivery.follow_ups.map((one) => (
          <Group key={one.day} gap="xs">
            <Text>
              {t("inbox.followUp", { day: one.day })} {one.at ? `${t(`yes.${one.contact_ceased}`)} (${date(one.at)})` : `— ${t("inbox.due", { date: date(one.due_at) })}`}
            </Text>
            {one.at
              ? null
              : (["yes", "no", "unknown"] as const).map((value) => (
                  <Button
                    key={value}
                    size="compact-sm"
                    variant="light"
                    aria-label={`${t("inbox.followUp", { day: one.day })} ${t(`yes.${value}`)}`}
                    loading={change.isPending}
                    onClick={() => answer(one.day, value)}
                  >
                    {t(`yes.${value}`)}
                  </Button>
                ))}
          </Group>
        ))}
        <ProblemNote error={change.error} />
      </Stack>
    </Card>
  );
}
