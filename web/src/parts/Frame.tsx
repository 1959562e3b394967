import { Alert, Anchor, AppShell, Box, Burger, Button, Group, NavLink, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useSpeech } from "../words/locale";

export interface FrameLink {
  href: string;
  label: string;
  isHere: boolean;
}

interface Props {
  links: FrameLink[];
  isDemonstration: boolean;
  /** Who is signed in, and the way out: in the header, on a phone in the menu. */
  person?: ReactNode;
  signOut?: ReactNode;
  children: ReactNode;
}

/** Header, menu and main part of every page. */
export function Frame({ links, isDemonstration, person, signOut, children }: Props) {
  const { t, locale, setLocale } = useSpeech();
  const [isOpen, menu] = useDisclosure(false);
  const hasMenu = links.length > 0;
  return (
    <AppShell
      padding="md"
      transitionDuration={0}
      header={{ height: 56 }}
      navbar={hasMenu ? { width: 220, breakpoint: "sm", collapsed: { mobile: !isOpen } } : undefined}
    >
      <AppShell.Header>
        <Anchor href="#main" className="skip">
          {t("app.skip")}
        </Anchor>
        <Group h="100%" px="sm" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="xs" wrap="nowrap">
            {hasMenu ? (
              <Burger opened={isOpen} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={t("app.menu")} />
            ) : null}
            <Text fw={700} style={{ whiteSpace: "nowrap" }}>
              {t("app.name")}
            </Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            {person ? (
              <Box visibleFrom="sm" data-testid="who">
                {person}
              </Box>
            ) : null}
            {signOut ? <Box visibleFrom={hasMenu ? "sm" : undefined}>{signOut}</Box> : null}
            <Button
              size="compact-sm"
              variant="subtle"
              lang={locale === "ja" ? "en" : "ja"}
              onClick={() => setLocale(locale === "ja" ? "en" : "ja")}
            >
              {t("app.language")}
            </Button>
          </Group>
        </Group>
      </AppShell.Header>
      {hasMenu ? (
        <AppShell.Navbar p="xs" aria-label={t("app.menu")}>
          {links.map((link) => (
            <NavLink
              key={link.href}
              href={link.href}
              label={link.label}
              active={link.isHere}
              aria-current={link.isHere ? "page" : undefined}
              onClick={menu.close}
            />
          ))}
          {person ? (
            <Stack gap="xs" p="sm" hiddenFrom="sm">
              {person}
              {signOut}
            </Stack>
          ) : null}
        </AppShell.Navbar>
      ) : null}
      <AppShell.Main>
        <Box id="main" tabIndex={-1}>
          {isDemonstration ? (
            <Alert color="yellow" variant="light" mb="md" p="xs">
              {t("app.demonstration")}
            </Alert>
          ) : null}
          {children}
        </Box>
      </AppShell.Main>
    </AppShell>
  );
}
