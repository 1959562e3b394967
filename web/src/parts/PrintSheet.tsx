import { Button, Group, Text } from "@mantine/core";
import { useSpeech } from "../words/locale";

/** Prints the page's `.sheet` (style.css) on A4; the browser makes a PDF of it. */
export function PrintSheet() {
  const { t } = useSpeech();
  return (
    <Group className="no-print" gap="sm">
      <Button variant="light" onClick={() => window.print()}>
        {t("briefing.print")}
      </Button>
      <Text size="sm" c="dimmed">
        {t("briefing.printLead")}
      </Text>
    </Group>
  );
}
