import { Anchor, Button, Card, Container, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { Problem, type Schemas } from "../api/client";
import { useAcceptInvitation, useSignIn } from "../api/session";
import { ProblemNote } from "../parts/ProblemNote";
import { useSpeech } from "../words/locale";

type Settings = Schemas["DoorSettings"];

export function SignInPage({ settings }: { settings?: Settings }) {
  const { t } = useSpeech();
  const [isInvited, setInvited] = useState(false);
  return (
    <Container size="xs" px={0}>
      <Stack>
        <Anchor href="/report.html">{t("signIn.report")}</Anchor>
        {isInvited ? <InvitationForm /> : <SignInForm hints={settings?.sign_in_hints ?? []} />}
        <Button variant="subtle" onClick={() => setInvited(!isInvited)}>
          {t(isInvited ? "signIn.title" : "signIn.invitation")}
        </Button>
      </Stack>
    </Container>
  );
}

function SignInForm({ hints }: { hints: NonNullable<Settings["sign_in_hints"]> }) {
  const { t, pick } = useSpeech();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useSignIn();
  const enter = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ name, password });
  };
  const isWrong = signIn.error instanceof Problem && signIn.error.status === 401;
  return (
    <>
      <form onSubmit={enter}>
        <Stack gap="sm">
          <Title order={1}>{t("signIn.title")}</Title>
          <TextInput
            label={t("signIn.name")}
            autoComplete="username"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PasswordInput
            label={t("signIn.password")}
            autoComplete="current-password"
            value={password}
            error={isWrong ? t("signIn.wrong") : undefined}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={signIn.isPending} disabled={!name || !password}>
            {t("signIn.do")}
          </Button>
        </Stack>
      </form>
      {isWrong ? null : <ProblemNote error={signIn.error} />}
      {hints.length > 0 ? (
        <Card withBorder>
          <Title order={2} size="h5">
            {t("signIn.hints")}
          </Title>
          <Stack gap={4} mt="xs">
            {hints.map((hint) => (
              <Button
                key={hint.name}
                variant="light"
                justify="flex-start"
                h="auto"
                py={6}
                onClick={() => signIn.mutate({ name: hint.name, password: hint.password })}
              >
                <Text size="sm" ta="left" style={{ whiteSpace: "normal" }}>
                  {hint.name} — {hint.roles.map((role) => t(`role.${role}`)).join("・")} ({pick(hint.organisation)})
                </Text>
              </Button>
            ))}
          </Stack>
        </Card>
      ) : null}
    </>
  );
}

function InvitationForm() {
  const { t } = useSpeech();
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const accepting = useAcceptInvitation();
  const accept = (event: FormEvent) => {
    event.preventDefault();
    accepting.mutate({ code, password });
  };
  return (
    <form onSubmit={accept}>
      <Stack gap="sm">
        <Title order={1}>{t("signIn.invitation")}</Title>
        <TextInput label={t("signIn.code")} value={code} onChange={(event) => setCode(event.currentTarget.value)} />
        <PasswordInput
          label={t("signIn.newPassword")}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ProblemNote error={accepting.error} />
        <Button type="submit" loading={accepting.isPending} disabled={!code || password.length < 12}>
          {t("signIn.accept")}
        </Button>
      </Stack>
    </form>
  );
}
