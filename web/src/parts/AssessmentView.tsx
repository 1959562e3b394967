import { Badge, Group, List, Stack, Text, Title } from "@mantine/core";
import type { Schemas } from "../api/client";
import { useSpeech } from "../words/locale";
import { useVocabulary } from "./ReadingView";

/** Band, stage, path, methods and the reason for each, never without the word of caution. */
export function AssessmentView({ assessment }: { assessment: Schemas["Assessment"] }) {
  const { t, pick } = useSpeech();
  const vocabulary = useVocabulary();
  const playbook = (id: string) => pick(vocabulary.data?.playbooks.find((one) => one.id === id)?.name) || id;
  return (
    <Stack gap="xs" data-testid="assessment">
      <Group gap="xs">
        <Badge size="lg">{t(`band.${assessment.band}`)}</Badge>
        <Badge size="lg" variant="outline">
          {t(`stage.${assessment.stage}`)}
        </Badge>
        <Text size="sm">
          {t("record.score")}: {assessment.score}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {t("record.judgement")}
      </Text>
      {assessment.path.length > 1 ? (
        <Text size="sm">
          {t("record.path")}: {assessment.path.map((stage) => t(`stage.${stage}`)).join(" → ")}
        </Text>
      ) : null}
      {assessment.playbooks.length > 0 ? (
        <Text size="sm">
          {t("record.playbooks")}:{" "}
          {assessment.playbooks
            .slice(0, 2)
            .map((one) => `${playbook(one.id)} ${Math.round(one.fit * 100)}%`)
            .join("、")}
        </Text>
      ) : null}
      <Title order={3} size="h5">
        {t("record.reasons")}
      </Title>
      <List size="sm">
        {assessment.reasons.map((reason, at) => (
          <List.Item key={at}>{pick(reason.words) || `${reason.code} ${reason.parameters.join(" ")}`}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
