import { Alert, Button, Stack, Text } from "@mantine/core";
import { Problem } from "../api/client";
import { useSpeech } from "../words/locale";
import type { WordKey } from "../words/catalogue";

const known: Record<number, WordKey> = {
  401: "problem.401",
  403: "problem.403",
  404: "problem.404",
  412: "problem.412",
  429: "problem.429",
};

/** What went wrong, in the reader's words first, then field by field, with the way on. */
export function ProblemNote({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useSpeech();
  if (!error) return null;
  const key: WordKey =
    error instanceof Problem ? (known[error.status] ?? "problem.other") : "problem.network";
  const issues = error instanceof Problem ? (error.body?.errors ?? []) : [];
  return (
    <Alert color="red" role="alert" title={t(key)}>
      <Stack gap="xs">
        {issues.map((issue, at) => (
          <Text size="sm" key={`${issue.pointer}-${at}`}>
            {issue.pointer ? `${issue.pointer}: ` : ""}
            {issue.problem}
            {issue.next_step ? ` — ${issue.next_step}` : ""}
          </Text>
        ))}
        {retry ? (
          <Button variant="light" color="red" size="xs" onClick={retry}>
            {t("app.retry")}
          </Button>
        ) : null}
      </Stack>
    </Alert>
  );
}
