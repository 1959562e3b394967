/** Every word of the pages in both languages. A missing side does not compile. */
import { alertWords } from "./alertWords";
import { commonWords } from "./commonWords";
import { consultationWords } from "./consultationWords";
import { deskWords } from "./deskWords";
import { factWords } from "./factWords";
import { loopWords } from "./loopWords";
import { meetingWords } from "./meetingWords";
import { partnerWords } from "./partnerWords";
import { reportWords } from "./reportWords";
import { sealedWords } from "./sealedWords";
import { visitWords } from "./visitWords";

export const catalogue = {
  ...commonWords,
  ...reportWords,
  ...deskWords,
  ...alertWords,
  ...sealedWords,
  ...visitWords,
  ...consultationWords,
  ...factWords,
  ...meetingWords,
  ...loopWords,
  ...partnerWords,
} satisfies Record<string, { ja: string; en: string }>;

export type WordKey = keyof typeof catalogue;
