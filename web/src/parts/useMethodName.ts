import { useSpeech } from "../words/locale";
import { useVocabulary } from "./ReadingView";

/** The name of a method by the id of its playbook; "" is the rest, "none" no method. */
export function useMethodName(): (id: string) => string {
  const { t, pick } = useSpeech();
  const vocabulary = useVocabulary();
  return (id) => {
    if (id === "") return t("digest.rest");
    if (id === "none") return t("digest.noMethod");
    return pick(vocabulary.data?.playbooks.find((one) => one.id === id)?.name) || id;
  };
}
