import { Badge, Button, Card, Group, Stack, Text, TextInput, Textarea, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { call, type Schemas } from "../api/client";
import { ProblemNote } from "../parts/ProblemNote";
import { useSpeech } from "../words/locale";

/** What a receipt code opens: where the report stands, answers, and a way to add something. */
export function MailboxPage() {
  const { t } = useSpeech();
  const [code, setCode] = useState("");
  const [text, setText] = useState("");
  const [mailbox, setMailbox] = useState<Schemas["Mailbox"]>();
  const opening = useMutation({
    mutationFn: () => call<Schemas["Mailbox"]>("/door/mailbox", { method: "POST", body: { code } }),
    onSuccess: (answer) => setMailbox(answer.value),
  });
  const writing = useMutation({
    mutationFn: () =>
      call<Schemas["Mailbox"]>("/door/mailbox/messages", { method: "POST", body: { code, text } }),
    onSuccess: (answer) => {
      setText("");
      setMailbox(answer.value);
    },
  });
  const open = (event: FormEvent) => {
    event.preventDefault();
    opening.mutate();
  };
  return (
    <Stack>
      <Title order={1}>{t("report.mailbox")}</Title>
      <form onSubmit={open}>
        <Stack gap="sm">
          <TextInput
            label={t("report.receipt")}
            value={code}
            autoComplete="off"
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" disabled={!code.trim()} loading={opening.isPending}>
            {t("report.mailboxOpen")}
          </Button>
        </Stack>
      </form>
      <ProblemNote error={opening.error ?? writing.error} />
      {mailbox ? (
        <>
          <Group>
            <Text>{t("report.mailboxState")}</Text>
            <Badge>{t(`state.${mailbox.state}`)}</Badge>
          </Group>
          <Messages mailbox={mailbox} />
          <Textarea
            label={t("report.mailboxWrite")}
            maxLength={4000}
            autosize
            minRows={2}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button variant="light" disabled={!text.trim()} loading={writing.isPending} onClick={() => writing.mutate()}>
            {t("report.send")}
          </Button>
        </>
      ) : null}
    </Stack>
  );
}

function Messages({ mailbox }: { mailbox: Schemas["Mailbox"] }) {
  const { t, pick, date } = useSpeech();
  if (mailbox.messages.length === 0) return <Text>{t("report.mailboxEmpty")}</Text>;
  return (
    <Stack gap="xs">
      {mailbox.messages.map((message, at) => (
        <Card withBorder key={at}>
          <Text size="sm" c="dimmed">
            {t(message.from === "desk" ? "report.fromDesk" : "report.fromYou")} · {date(message.at)}
          </Text>
          {message.words ? <Text>{pick(message.words)}</Text> : null}
          {message.text ? <Text>{message.text}</Text> : null}
        </Card>
      ))}
    </Stack>
  );
}
