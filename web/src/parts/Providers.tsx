import "@mantine/core/styles.css";
import "@fontsource-variable/noto-sans-jp";
import { MantineProvider, createTheme } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Problem } from "../api/client";
import { SpeechProvider } from "../words/locale";

const theme = createTheme({
  fontFamily: "'Noto Sans JP Variable', 'Noto Sans JP', sans-serif",
  headings: { fontFamily: "'Noto Sans JP Variable', 'Noto Sans JP', sans-serif" },
  primaryColor: "blue",
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
});

/** What every page stands in: theme, language, server state. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            retry: (count, error) => !(error instanceof Problem) && count < 2,
            refetchOnWindowFocus: false,
          },
        },
      }),
  );
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <SpeechProvider>{children}</SpeechProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
