import { Button, Group, NumberInput, SegmentedControl, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useSpeech } from "../words/locale";

export interface AcknowledgementEdit {
  seen_here_too: "yes" | "no" | "unknown";
  own_logs_hits?: number;
  note?: string;
}

interface Props {
  isPending: boolean;
  label: string;
  send: (edit: AcknowledgementEdit) => void;
}

/** A deliberate answer: seen here too, hits in the own logs, a note. */
export function AcknowledgementForm({ isPending, label, send }: Props) {
  const { t } = useSpeech();
  const [seen, setSeen] = useState<AcknowledgementEdit["seen_here_too"]>("unknown");
  const [hits, setHits] = useState<number | string>("");
  const [note, setNote] = useState("");
  const submit = () =>
    send({
      seen_here_too: seen,
      ...(typeof hits === "number" ? { own_logs_hits: hits } : {}),
      ...(note.trim() ? { note } : {}),
    });
  return (
    <Stack gap="sm">
      <div>
        <Text size="sm" id="seen-here">
          {t("inbox.seenHere")}
        </Text>
        <SegmentedControl
          aria-labelledby="seen-here"
          value={seen}
          onChange={(value) => setSeen(value as AcknowledgementEdit["seen_here_too"])}
          data={(["yes", "no", "unknown"] as const).map((value) => ({ value, label: t(`yes.${value}`) }))}
        />
      </div>
      <NumberInput label={t("inbox.hits")} min={0} value={hits} onChange={setHits} />
      <Textarea label={t("inbox.note")} autosize value={note} onChange={(e) => setNote(e.currentTarget.value)} />
      <Group>
        <Button loading={isPending} onClick={submit}>
          {label}
        </Button>
      </Group>
    </Stack>
  );
}
