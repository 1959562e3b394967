/** Every word of the pages in both languages. A missing side does not compile. */
import { alertWords } from "./alertWords";
import { commonWords } from "./commonWords";
import { deskWords } from "./deskWords";
import { reportWords } from "./reportWords";
import { sealedWords } from "./sealedWords";

export const catalogue = {
  ...commonWords,
  ...reportWords,
  ...deskWords,
  ...alertWords,
  ...sealedWords,
} satisfies Record<string, { ja: string; en: string }>;

export type WordKey = keyof typeof catalogue;
