import "@mantine/core/styles.css";
import "@fontsource-variable/noto-sans-jp";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Problem } from "../api/client";
import { SpeechProvider } from "../words/locale";
import { readableVariables, theme } from "./theme";

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
    <MantineProvider theme={theme} cssVariablesResolver={readableVariables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <SpeechProvider>{children}</SpeechProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
