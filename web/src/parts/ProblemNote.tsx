import { Alert, Button, Stack } from "@mantine/core";
import { Problem } from "../api/client";
import { useSpeech } from "../words/locale";
import type { WordKey } from "../words/catalogue";
import { IssueList } from "./IssueList";

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
  // These say everything there is to say in the title.
  const saysMore = issues.length > 0 && !["problem.401", "problem.404", "problem.412"].includes(key);
  return (
    <Alert color="red" role="alert" title={t(key)}>
      <Stack gap="xs">
        {saysMore ? <IssueList issues={issues} /> : null}
        {retry ? (
          <Button variant="light" color="red" size="xs" onClick={retry}>
            {t("app.retry")}
          </Button>
        ) : null}
      </Stack>
    </Alert>
  );
}
