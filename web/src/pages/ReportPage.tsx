import {
  Alert,
  Button,
  Card,
  Checkbox,
  Group,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Textarea,
  Title,
} from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call, type Schemas } from "../api/client";
import { ProblemNote } from "../parts/ProblemNote";
import { ReadingView } from "../parts/ReadingView";
import { channels, type Channel } from "../words/channels";
import { useSpeech } from "../words/locale";
import { emptyForm, reportOf, type ReportForm } from "./reportForm";
import { ReceiptView } from "./ReceiptView";

interface Props {
  /** Key of the signed-in reporter's firm; absent at the open door. */
  organisation?: string;
  emergencyLine: string;
}

/** "Is this odd?" first, without sending; then as much as the reporter likes; then a receipt. */
export function ReportPage({ organisation, emergencyLine }: Props) {
  const { t, locale } = useSpeech();
  const [form, setForm] = useState<ReportForm>(emptyForm);
  const set = <K extends keyof ReportForm>(key: K, value: ReportForm[K]) =>
    setForm((before) => ({ ...before, [key]: value }));

  const reading = useMutation({
    mutationFn: async () =>
      (
        await call<Schemas["Reading"]>("/door/readings", {
          method: "POST",
          body: { text: form.narrative, language: locale },
        })
      ).value,
  });
  const [idempotencyKey, setIdempotencyKey] = useState(() => crypto.randomUUID());
  const sending = useMutation({
    mutationFn: async () =>
      (
        await call<Schemas["Receipt"]>(organisation ? "/reports" : "/door/reports", {
          method: "POST",
          body: reportOf(form, locale, organisation),
          idempotencyKey,
        })
      ).value,
  });

  if (sending.data) {
    const again = () => {
      setForm(emptyForm);
      reading.reset();
      sending.reset();
      setIdempotencyKey(crypto.randomUUID());
    };
    return <ReceiptView receipt={sending.data} again={again} />;
  }

  return (
    <Stack gap="md">
      <Title order={1}>{t("report.title")}</Title>
      <Text>{t("report.lead")}</Text>
      <Alert color="red" variant="light">
        {t("report.threat", { line: emergencyLine })}
      </Alert>
      <Textarea
        label={t("report.narrative")}
        description={t("report.narrativeHint")}
        autosize
        minRows={5}
        maxLength={20000}
        value={form.narrative}
        onChange={(event) => set("narrative", event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        {t("report.forbidden")}
      </Text>
      <Group>
        <Button
          variant="light"
          disabled={!form.narrative.trim()}
          loading={reading.isPending}
          onClick={() => reading.mutate()}
        >
          {t("report.check")}
        </Button>
      </Group>
      <ProblemNote error={reading.error} />
      {reading.data ? <ReadingView reading={reading.data} /> : null}
      <Details form={form} set={set} />
      <Alert variant="light">{t("report.whoReads")}</Alert>
      <Text size="sm">{t("report.noBlame")}</Text>
      <ProblemNote error={sending.error} />
      <Button
        size="lg"
        disabled={!form.narrative.trim()}
        loading={sending.isPending}
        onClick={() => sending.mutate()}
      >
        {t("report.send")}
      </Button>
    </Stack>
  );
}

interface DetailsProps {
  form: ReportForm;
  set: <K extends keyof ReportForm>(key: K, value: ReportForm[K]) => void;
}

function Details({ form, set }: DetailsProps) {
  const { t } = useSpeech();
  return (
    <Card withBorder component="fieldset">
      <Title order={2} size="h4" component="legend">
        {t("report.details")}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Line label={t("report.when")} hint={t("report.whenHint")} value={form.when} change={(v) => set("when", v)} />
        <Line label={t("report.place")} hint={t("report.placeHint")} value={form.place} change={(v) => set("place", v)} />
        <Select
          label={t("report.channel")}
          allowDeselect={false}
          data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          value={form.channel}
          onChange={(value) => set("channel", (value ?? "unknown") as Channel)}
        />
        <Select
          label={t("report.pressure")}
          allowDeselect={false}
          data={(["none", "hint", "threat"] as const).map((value) => ({ value, label: t(`pressure.${value}`) }))}
          value={form.pressure}
          onChange={(value) => set("pressure", (value ?? "none") as ReportForm["pressure"])}
        />
        <Line label={t("report.name")} hint={t("report.nameHint")} value={form.name} change={(v) => set("name", v)} />
        <Line label={t("report.contact")} value={form.contact} change={(v) => set("contact", v)} />
        <Line label={t("report.cover")} value={form.cover} change={(v) => set("cover", v)} />
        <Line label={t("report.asked")} value={form.asked} change={(v) => set("asked", v)} />
        <Line label={t("report.offered")} value={form.offered} change={(v) => set("offered", v)} />
        <Line label={t("report.innocentOwn")} value={form.innocent} change={(v) => set("innocent", v)} />
        <Line label={t("report.reporterName")} value={form.reporterName} change={(v) => set("reporterName", v)} />
        <Line label={t("report.reporterContact")} value={form.reporterContact} change={(v) => set("reporterContact", v)} />
      </SimpleGrid>
      <Stack gap="xs" mt="sm">
        <Checkbox
          label={t("report.secrecy")}
          checked={form.secrecy}
          onChange={(event) => set("secrecy", event.currentTarget.checked)}
        />
        <Checkbox
          label={t("report.mayContact")}
          checked={form.mayContact}
          onChange={(event) => set("mayContact", event.currentTarget.checked)}
        />
      </Stack>
    </Card>
  );
}

interface LineProps {
  label: string;
  hint?: string;
  value: string;
  change: (value: string) => void;
}

function Line({ label, hint, value, change }: LineProps) {
  return (
    <TextInput
      label={label}
      description={hint}
      value={value}
      maxLength={1000}
      autoComplete="off"
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
