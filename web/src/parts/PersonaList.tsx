import { Card, List, Title } from "@mantine/core";
import { useSpeech } from "../words/locale";

interface Persona {
  names?: { text: string }[];
  claimed?: { employer?: string; title?: string; reason?: string };
  phones?: string[];
  emails?: string[];
  handles?: { service: string; id: string }[];
  vehicle?: string;
}

/** Personas as told: quoted content, no record of a person. */
export function PersonaList({ personas }: { personas: Record<string, unknown>[] }) {
  const { t } = useSpeech();
  if (personas.length === 0) return null;
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {t("record.personas")}
      </Title>
      <List>
        {(personas as Persona[]).map((persona, at) => (
          <List.Item key={at}>
            {[
              ...(persona.names ?? []).map((name) => `“${name.text}”`),
              persona.claimed?.employer,
              persona.claimed?.title,
              persona.claimed?.reason,
              ...(persona.phones ?? []),
              ...(persona.emails ?? []),
              ...(persona.handles ?? []).map((handle) => `${handle.service}: ${handle.id}`),
              persona.vehicle,
            ]
              .filter(Boolean)
              .join(" · ")}
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
