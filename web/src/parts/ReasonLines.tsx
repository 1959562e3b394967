import { List, Text } from "@mantine/core";
import type { Schemas } from "../api/client";
import { useSpeech } from "../words/locale";

/** Reasons in words, as the server says them. */
export function ReasonLines({ reasons }: { reasons: Schemas["Reason"][] }) {
  const { pick } = useSpeech();
  if (reasons.length === 0) return null;
  return (
    <List size="sm">
      {reasons.map((reason) => (
        <List.Item key={reason.code}>
          <Text span size="sm" style={{ overflowWrap: "anywhere" }}>
            {pick(reason.words) || reason.code}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
