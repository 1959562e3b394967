import { Group, Progress, Text } from "@mantine/core";

/** A share to look at. The words beside the bar say the same, so that it is hidden from readers. */
export function ShareBar({ name, percent, tell }: { name: string; percent: number; tell: string }) {
  return (
    <div>
      <Group justify="space-between" gap="xs" wrap="wrap">
        <Text size="sm">{name}</Text>
        <Text size="sm" fw={600}>
          {tell}
        </Text>
      </Group>
      <Progress value={percent} size="lg" aria-hidden data-testid="share-bar" className="share-bar" />
    </div>
  );
}
