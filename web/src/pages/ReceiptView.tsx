import { Alert, Button, Code, List, Stack, Text, Title } from "@mantine/core";
import type { Schemas } from "../api/client";
import { useSpeech } from "../words/locale";

/** Shown once: the code is the reporter's only way back. */
export function ReceiptView({ receipt, again }: { receipt: Schemas["Receipt"]; again: () => void }) {
  const { t, pick } = useSpeech();
  return (
    <Stack role="status">
      <Title order={1}>{t("report.sent")}</Title>
      <Alert title={t("report.receipt")}>
        <Code block data-testid="receipt-code" fz="lg">
          {receipt.code}
        </Code>
        <Text mt="xs">{t("report.receiptNote")}</Text>
      </Alert>
      <Title order={2} size="h4">
        {t("report.advice")}
      </Title>
      <List>
        {receipt.advice.map((line) => (
          <List.Item key={line.en}>{pick(line)}</List.Item>
        ))}
      </List>
      <Button variant="light" onClick={again}>
        {t("report.another")}
      </Button>
    </Stack>
  );
}
