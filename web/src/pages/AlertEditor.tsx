import { Button, Card, Group, Select, SimpleGrid, Stack, TextInput, Textarea, Title } from "@mantine/core";
import { useState } from "react";
import type { Schemas } from "../api/client";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { useSpeech } from "../words/locale";

type Alert = Schemas["Alert"];
type AlertText = Schemas["AlertText"];
type Bilingual = Schemas["Bilingual"];

const single = ["title", "method", "person", "innocent_reading", "base_rate", "where_to_answer", "staff_version"] as const;
const lists = ["signs", "do_this_week"] as const;

const wordOf = {
  title: "alert.headline",
  method: "alert.method",
  person: "alert.person",
  innocent_reading: "alert.innocent",
  base_rate: "alert.baseRate",
  where_to_answer: "alert.whereToAnswer",
  staff_version: "alert.staffVersion",
  signs: "alert.signs",
  do_this_week: "alert.doThisWeek",
} as const;

/** One line an item; the languages stay in step by their line number. */
export function linesOf(items: Bilingual[], side: "ja" | "en"): string {
  return items.map((item) => item[side]).join("\n");
}

export function withLines(items: Bilingual[], side: "ja" | "en", text: string): Bilingual[] {
  const other = side === "ja" ? "en" : "ja";
  const lines = text.split("\n");
  const length = Math.max(lines.length, items.length);
  return Array.from({ length }, (_, at) => ({
    [side]: lines[at] ?? "",
    [other]: items[at]?.[other] ?? "",
  })).filter((item) => item["ja"] !== "" || item["en"] !== "") as Bilingual[];
}

export function AlertEditor({ alert, etag }: { alert: Alert; etag: string | undefined }) {
  const { t } = useSpeech();
  const [text, setText] = useState<AlertText>(alert.text);
  const [contrary, setContrary] = useState(alert.contrary_evidence);
  const [confidence, setConfidence] = useState<string>(alert.confidence);
  const [expires, setExpires] = useState(alert.expires_at.slice(0, 10));
  const change = useChange();
  const save = () =>
    change.mutate({
      path: `/alerts/${alert.id}`,
      method: "PUT",
      etag,
      body: { text, contrary_evidence: contrary, confidence, expires_at: `${expires}T15:00:00Z` },
    });
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("alert.edit")}
      </Title>
      <Stack gap="sm">
        <Textarea label={t("alert.contrary")} autosize minRows={2} value={contrary} onChange={(e) => setContrary(e.currentTarget.value)} />
        <Group grow>
          <Select
            label={t("alert.confidence")}
            allowDeselect={false}
            value={confidence}
            onChange={(value) => setConfidence(value ?? "likely")}
            data={(["likely", "very_likely", "almost_certain"] as const).map((value) => ({ value, label: t(`alert.confidence.${value}`) }))}
          />
          <TextInput type="date" label={t("alert.expires")} value={expires} onChange={(e) => setExpires(e.currentTarget.value)} />
        </Group>
        {single.map((field) => (
          <Sides
            key={field}
            label={t(wordOf[field])}
            value={text[field]}
            change={(value) => setText((before) => ({ ...before, [field]: value }))}
          />
        ))}
        {lists.map((field) => (
          <SimpleGrid key={field} cols={{ base: 1, sm: 2 }}>
            {(["ja", "en"] as const).map((side) => (
              <Textarea
                key={side}
                label={`${t(wordOf[field])} (${side})`}
                autosize
                value={linesOf(text[field], side)}
                onChange={(e) => {
                  const lines = e.currentTarget.value;
                  setText((before) => ({ ...before, [field]: withLines(before[field], side, lines) }));
                }}
              />
            ))}
          </SimpleGrid>
        ))}
        <ProblemNote error={change.error} />
        <Group>
          <Button loading={change.isPending} onClick={save}>
            {t("app.save")}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function Sides({ label, value, change }: { label: string; value: Bilingual; change: (value: Bilingual) => void }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {(["ja", "en"] as const).map((side) => (
        <Textarea
          key={side}
          label={`${label} (${side})`}
          autosize
          value={value[side]}
          onChange={(e) => change({ ...value, [side]: e.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
}
