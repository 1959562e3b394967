import { Button, Loader, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useSpeech } from "../words/locale";
import { ProblemNote } from "./ProblemNote";

interface Props {
  title: string;
  lead?: string;
  /** What an empty list means here, and what to do next. */
  empty?: string;
  query: {
    isPending: boolean;
    error: unknown;
    refetch: () => unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
    items: unknown[];
  };
  tools?: ReactNode;
  children: ReactNode;
}

/** A page that is a list: title, tools, the list, what is wrong, and more of it. */
export function PageList({ title, lead, empty, query, tools, children }: Props) {
  const { t } = useSpeech();
  return (
    <Stack>
      <Title order={1}>{title}</Title>
      {lead ? <Text c="dimmed">{lead}</Text> : null}
      {tools}
      <ProblemNote error={query.error} retry={() => query.refetch()} />
      {query.isPending ? <Loader aria-label={t("app.loading")} /> : null}
      {!query.isPending && !query.error && query.items.length === 0 ? <Text>{empty ?? t("app.empty")}</Text> : null}
      {children}
      {query.hasNextPage ? (
        <Button variant="light" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t("app.more")}
        </Button>
      ) : null}
    </Stack>
  );
}
