import { List } from "@mantine/core";
import type { ProblemBody } from "../api/client";
import { fieldWord, placeInList } from "../words/fieldWords";
import { useSpeech } from "../words/locale";

type Issue = ProblemBody["errors"][number];

/** What stands in the way, one line each: where, what, and the next step. */
export function IssueList({ issues }: { issues: Issue[] }) {
  const { t, locale } = useSpeech();
  const line = (issue: Issue) => {
    const word = fieldWord(issue.pointer);
    const field = word ? t(word) + placeInList(issue.pointer) : issue.pointer.startsWith("/") ? issue.pointer : "";
    const problem = field ? `${field}: ${issue.problem}` : issue.problem;
    if (!issue.next_step) return problem;
    return locale === "ja" ? `${problem}。${issue.next_step}。` : `${problem}: ${issue.next_step}.`;
  };
  return (
    <List size="sm">
      {issues.map((issue, at) => (
        <List.Item key={at}>{line(issue)}</List.Item>
      ))}
    </List>
  );
}
