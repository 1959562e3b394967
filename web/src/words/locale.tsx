/** Japanese first, English beside it; the reader's choice is kept on the device. */
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { catalogue, type WordKey } from "./catalogue";

export type Locale = "ja" | "en";
export interface Bilingual {
  ja: string;
  en: string;
}

interface Speech {
  locale: Locale;
  setLocale: (locale: Locale) => void;
  /** The words of a key, with {name} places filled. */
  t: (key: WordKey, values?: Record<string, string | number>) => string;
  /** The reader's side of a bilingual text; the other where one is empty. */
  pick: (text: Bilingual | undefined) => string;
  /** The day in Japan. */
  date: (iso: string | undefined) => string;
  /** Day and time in Japan, with the zone. */
  dateTime: (iso: string | undefined) => string;
}

const kept = "kizuki.locale";

function firstLocale(): Locale {
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked === "ja" || asked === "en") return asked;
  const stored = localStorage.getItem(kept);
  if (stored === "ja" || stored === "en") return stored;
  return navigator.language.startsWith("en") ? "en" : "ja";
}

export function fill(template: string, values: Record<string, string | number> = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const SpeechContext = createContext<Speech | undefined>(undefined);

export function SpeechProvider({ children }: { children: ReactNode }) {
  const [locale, keepLocale] = useState<Locale>(firstLocale);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const setLocale = useCallback((next: Locale) => {
    localStorage.setItem(kept, next);
    keepLocale(next);
  }, []);
  const speech = useMemo<Speech>(() => makeSpeech(locale, setLocale), [locale, setLocale]);
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}

function makeSpeech(locale: Locale, setLocale: (locale: Locale) => void): Speech {
  const tag = locale === "ja" ? "ja-JP" : "en-GB";
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "Asia/Tokyo" });
  const minute = new Intl.DateTimeFormat(tag, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Asia/Tokyo",
  });
  return {
    locale,
    setLocale,
    t: (key, values) => fill(catalogue[key][locale], values),
    pick: (text) => (text ? text[locale] || text[locale === "ja" ? "en" : "ja"] : ""),
    date: (iso) => (iso ? day.format(new Date(iso)) : "—"),
    dateTime: (iso) => (iso ? `${minute.format(new Date(iso))} JST` : "—"),
  };
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error("SpeechProvider is missing");
  return speech;
}
