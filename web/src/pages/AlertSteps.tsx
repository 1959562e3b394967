import { Button, Card, Group, List, Stack, Text, TextInput, Textarea, Title } from "@mantine/core";
import { useState } from "react";
import type { Schemas } from "../api/client";
import { hasRole, type Me, type Role } from "../api/session";
import { ProblemNote } from "../parts/ProblemNote";
import { useChange } from "../parts/useChange";
import { useSpeech } from "../words/locale";

type Alert = Schemas["Alert"];
type Step =
  | "submit"
  | "approve"
  | "send_back"
  | "dissent"
  | "ask_hold"
  | "place_hold"
  | "release_hold"
  | "send"
  | "correct"
  | "cancel";

/** In which state whose step it is. The server decides; this only shows what makes sense. */
const steps: { step: Step; roles: Role[]; states: Alert["state"][]; needsNote: boolean }[] = [
  { step: "submit", roles: ["analyst"], states: ["draft"], needsNote: false },
  { step: "approve", roles: ["approver"], states: ["submitted"], needsNote: false },
  { step: "send_back", roles: ["approver"], states: ["submitted"], needsNote: true },
  { step: "dissent", roles: ["approver"], states: ["submitted", "approved"], needsNote: true },
  { step: "ask_hold", roles: ["approver"], states: ["submitted", "approved"], needsNote: true },
  { step: "place_hold", roles: ["investigator"], states: ["draft", "submitted", "approved"], needsNote: true },
  { step: "release_hold", roles: ["investigator"], states: ["draft", "submitted", "approved"], needsNote: true },
  { step: "send", roles: ["analyst", "approver"], states: ["approved"], needsNote: false },
  { step: "correct", roles: ["analyst", "approver"], states: ["sent"], needsNote: true },
  { step: "cancel", roles: ["analyst", "approver"], states: ["draft", "submitted", "approved", "sent"], needsNote: true },
];

export function AlertSteps({ alert, etag, me }: { alert: Alert; etag: string | undefined; me: Me }) {
  const { t, dateTime } = useSpeech();
  const [note, setNote] = useState("");
  const [until, setUntil] = useState("");
  const [ja, setJa] = useState("");
  const [en, setEn] = useState("");
  const change = useChange();
  const mine = steps.filter((one) => hasRole(me, ...one.roles) && one.states.includes(alert.state));
  const isCorrecting = mine.some((one) => one.step === "correct");
  const take = (step: Step) =>
    change.mutate({
      path: `/alerts/${alert.id}/steps`,
      etag,
      body: {
        step,
        ...(note.trim() ? { note } : {}),
        ...(step === "place_hold" && until ? { until: `${until}T15:00:00Z` } : {}),
        ...((step === "correct" || step === "cancel") && (ja || en) ? { text: { ja, en } } : {}),
      },
    });
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("alert.steps")}
      </Title>
      <List size="sm">
        {alert.steps.map((one, at) => (
          <List.Item key={at}>
            {dateTime(one.at)} {one.by}: {t(`alert.kind.${one.kind as Kind}`)} {one.note}
          </List.Item>
        ))}
      </List>
      {mine.length > 0 ? (
        <Stack gap="sm" mt="sm">
          <Textarea label={t("alert.note")} autosize value={note} onChange={(e) => setNote(e.currentTarget.value)} />
          {mine.some((one) => one.step === "place_hold") ? (
            <TextInput type="date" label={t("alert.until")} value={until} onChange={(e) => setUntil(e.currentTarget.value)} />
          ) : null}
          {isCorrecting ? (
            <>
              <Textarea label={t("alert.correctionJa")} autosize value={ja} onChange={(e) => setJa(e.currentTarget.value)} />
              <Textarea label={t("alert.correctionEn")} autosize value={en} onChange={(e) => setEn(e.currentTarget.value)} />
            </>
          ) : null}
          <ProblemNote error={change.error} />
          <Group gap="xs">
            {mine.map((one) => (
              <Button
                key={one.step}
                variant={one.step === "approve" || one.step === "submit" || one.step === "send" ? "filled" : "default"}
                disabled={one.needsNote && !note.trim()}
                loading={change.isPending}
                onClick={() => take(one.step)}
              >
                {t(`alert.step.${one.step}`)}
              </Button>
            ))}
          </Group>
        </Stack>
      ) : (
        <Text size="sm">{t("alert.noSteps")}</Text>
      )}
    </Card>
  );
}

type Kind =
  | "drafted"
  | "edited"
  | "submitted"
  | "sent_back"
  | "dissent"
  | "hold_asked"
  | "hold_placed"
  | "hold_released"
  | "approved"
  | "sent"
  | "corrected"
  | "cancelled"
  | "expired";
