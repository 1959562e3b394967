import { List, Loader, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { get, type Schemas } from "../api/client";
import { LessonCard } from "../parts/LessonCard";
import { PrintSheet } from "../parts/PrintSheet";
import { ProblemNote } from "../parts/ProblemNote";
import { useMethodName } from "../parts/useMethodName";
import { useSpeech } from "../words/locale";

type Briefing = Schemas["Briefing"];

/** What one firm, desk or meeting is told, as a document for the printer. */
export function BriefingPage({ audience, id }: { audience: string; id: string }) {
  const { t } = useSpeech();
  const query = useQuery({
    queryKey: ["briefing", audience, id],
    queryFn: () => get<Briefing>(`/briefings/${audience}/${id}`),
  });
  if (query.isPending) return <Loader aria-label={t("app.loading")} />;
  if (!query.data) return <ProblemNote error={query.error} retry={() => query.refetch()} />;
  return (
    <Stack data-testid="briefing">
      <PrintSheet />
      <Sheet briefing={query.data} />
    </Stack>
  );
}

function Sheet({ briefing }: { briefing: Briefing }) {
  const { t, pick, date } = useSpeech();
  return (
    <Stack className="sheet" gap="md">
      <div>
        <Text size="sm" fw={600}>
          {briefing.audience === "firm"
            ? t("inbox.marking", { tlp: briefing.tlp, means: t(`tlp.${briefing.tlp}`) })
            : `TLP:${briefing.tlp}`}
        </Text>
        <Title order={1} size="h2">
          {t("briefing.title", { name: pick(briefing.name) })}
        </Title>
        <Text size="sm">{t("briefing.from", { desk: pick(briefing.from), date: date(briefing.made_at) })}</Text>
      </div>
      <Advice briefing={briefing} />
      <Figures briefing={briefing} />
      <Signs briefing={briefing} />
      <div>
        <Title order={2} size="h3">
          {t("briefing.lessons")}
        </Title>
        {briefing.lessons.length === 0 ? <Text>{t("briefing.noLessons")}</Text> : null}
        <Stack gap="md">
          {briefing.lessons.map((one) => (
            <LessonCard key={one.id} lesson={one.content} level={3} />
          ))}
        </Stack>
      </div>
    </Stack>
  );
}

function Advice({ briefing }: { briefing: Briefing }) {
  const { t, pick } = useSpeech();
  return (
    <section>
      <Title order={2} size="h3">
        {t("lesson.advice")}
      </Title>
      <List>
        {briefing.lines.map((line) => (
          <List.Item key={line.en}>{pick(line)}</List.Item>
        ))}
      </List>
    </section>
  );
}

function Figures({ briefing }: { briefing: Briefing }) {
  const { t, date } = useSpeech();
  const nameOf = useMethodName();
  const span = { since: date(briefing.since), until: date(briefing.until) };
  return (
    <section>
      <Title order={2} size="h3">
        {t("briefing.figures")}
      </Title>
      {briefing.methods.length === 0 ? (
        <Text>{t("briefing.noFigures")}</Text>
      ) : (
        <Text size="sm">{t(briefing.is_local ? "briefing.local" : "briefing.whole", span)}</Text>
      )}
      <List>
        {briefing.methods.map((figure) => (
          <List.Item key={figure.id}>
            {nameOf(figure.id)}: {t("briefing.orMore", { count: figure.count })}
          </List.Item>
        ))}
      </List>
    </section>
  );
}

function Signs({ briefing }: { briefing: Briefing }) {
  const { t, pick } = useSpeech();
  if (briefing.signs.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h3">
        {t("lesson.signs")}
      </Title>
      <Text size="sm">{t("briefing.innocentNote")}</Text>
      <List>
        {briefing.signs.map((sign) => (
          <List.Item key={sign.id}>
            {pick(sign.name)}
            <Text size="sm">
              {t("lesson.innocent")}: {pick(sign.innocent)}
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
