import { Button, Group } from "@mantine/core";

/** What may go on paper; the rest of a page may not, for it can hold what is for one reader alone. */
export type Printed = "staff-version" | "alert-text";

/** Prints the one part of the page that carries `className="print-…"` (style.css), nothing else. */
export function PrintButton({ part, label }: { part: Printed; label: string }) {
  const print = () => {
    document.body.dataset["print"] = part;
    window.print();
    delete document.body.dataset["print"];
  };
  return (
    <Group mt="md" className="no-print">
      <Button variant="light" onClick={print}>
        {label}
      </Button>
    </Group>
  );
}
