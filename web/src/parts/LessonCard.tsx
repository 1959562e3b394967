import { List, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { Schemas } from "../api/client";
import { useSpeech } from "../words/locale";
import { useVocabulary } from "./ReadingView";

/** What a lesson says, as it is told and printed. */
export function LessonCard({ lesson, level }: { lesson: Schemas["LessonEdit"]; level: 1 | 2 | 3 }) {
  const { t, pick } = useSpeech();
  const vocabulary = useVocabulary();
  const sign = (id: string) => pick(vocabulary.data?.indicators.find((one) => one.id === id)?.name) || id;
  return (
    <section>
      <Title order={level} size="h3">
        {pick(lesson.title) || lesson.method}
      </Title>
      <Part title={t("lesson.story")}>
        <Text className="narrative">{pick(lesson.story)}</Text>
      </Part>
      <Part title={t("lesson.signs")}>
        <List>
          {lesson.signs.map((id) => (
            <List.Item key={id}>{sign(id)}</List.Item>
          ))}
        </List>
      </Part>
      <Part title={t("lesson.innocent")}>
        <Text className="narrative">{pick(lesson.innocent)}</Text>
      </Part>
      <Part title={t("lesson.advice")}>
        <Text className="narrative">{pick(lesson.advice)}</Text>
      </Part>
      {lesson.sources.length > 0 ? (
        <Text size="sm" mt="xs">
          {t("lesson.sources")}:{" "}
          {lesson.sources.map((one) => (one.kind === "published" ? one.id : t("lesson.ownCase"))).join(", ")}
        </Text>
      ) : null}
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <Text fw={600} mt="xs">
        {title}
      </Text>
      {children}
    </>
  );
}
