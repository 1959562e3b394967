import { List, Stack, Text, Title } from "@mantine/core";
import type { Schemas } from "../api/client";
import { useSpeech } from "../words/locale";

type Bilingual = Schemas["Bilingual"];

/** An alert as its reader sees it. */
export function AlertTextView({ text }: { text: Schemas["AlertText"] }) {
  const { t } = useSpeech();
  return (
    <Stack gap="sm">
      <Part title={t("alert.method")} lines={[text.method]} />
      <Part title={t("alert.signs")} lines={text.signs} />
      <Part title={t("alert.doThisWeek")} lines={text.do_this_week} />
      <Part title={t("alert.person")} lines={[text.person]} />
      <Part title={t("alert.innocent")} lines={[text.innocent_reading]} />
      <Part title={t("alert.baseRate")} lines={[text.base_rate]} />
      <Part title={t("alert.whereToAnswer")} lines={[text.where_to_answer]} />
    </Stack>
  );
}

function Part({ title, lines }: { title: string; lines: Bilingual[] }) {
  const { pick } = useSpeech();
  const said = lines.map(pick).filter((line) => line !== "");
  if (said.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h5">
        {title}
      </Title>
      {said.length === 1 ? (
        <Text style={{ whiteSpace: "pre-line" }}>{said[0]}</Text>
      ) : (
        <List>
          {said.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      )}
    </section>
  );
}
