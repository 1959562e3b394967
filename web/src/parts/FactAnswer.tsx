import { Anchor, Group, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import type { Schemas } from "../api/client";
import { useSpeech } from "../words/locale";
import { hasMarks } from "./factDraft";

/** What open dossiers say: a hit and none look alike, with whom to ask. */
export function FactAnswer({ view }: { view: Schemas["FactView"] }) {
  const { t, pick } = useSpeech();
  const { fact, answer } = view;
  return (
    <Stack gap={0} data-testid="fact-answer">
      <Text fw={600}>{t(answer.hit ? "fact.hit" : "fact.noHit")}</Text>
      {hasMarks(fact) ? null : <Text size="sm">{t("fact.notCompared")}</Text>}
      <Text size="sm">{t("fact.ask", { desk: pick(answer.ask_name) })}</Text>
      {answer.dossiers.map((hit) => (
        <Group gap="xs" key={hit.dossier}>
          <Anchor component={Link} href={`/dossiers/${hit.dossier}`} size="sm">
            {hit.label}
          </Anchor>
          <Text size="sm">{t("fact.by", { marks: hit.marks.map((mark) => t(`fact.mark.${mark}`)).join("、") })}</Text>
        </Group>
      ))}
    </Stack>
  );
}
