import { ProblemNote } from "./ProblemNote";
import { useDesks } from "./useDesks";

/** Why desks have no names here, or none can be chosen. */
export function DesksProblem() {
  const { error, retry } = useDesks();
  return <ProblemNote error={error} retry={retry} />;
}
