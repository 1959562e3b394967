/**
 * The one theme. Every text stands at least 4.5 to 1 (WCAG 2.2, 1.4.3) on whatever ground it may lie
 * on, in light and in dark, disabled text included. Shades of the palette are kept where they read
 * and moved just far enough where they do not.
 */
import {
  Badge,
  DEFAULT_THEME,
  createTheme,
  darken,
  defaultCssVariablesResolver,
  lighten,
  luminance,
  type CSSVariablesResolver,
  type MantineTheme,
} from "@mantine/core";

const leastContrast = 4.5;
const step = 0.05;

/** Contrast of two opaque colours by WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function reads(color: string, grounds: string[]): boolean {
  return grounds.every((ground) => contrast(color, ground) >= leastContrast);
}

/** The colour itself where it reads on all grounds, else the first that does on the way to black or white. */
function readable(color: string, grounds: string[], move: (color: string, share: number) => string): string {
  for (let share = 0; share < 1; share += step) {
    const moved = share === 0 ? color : move(color, share);
    if (reads(moved, grounds)) return moved;
  }
  return move(color, 1);
}

type Variables = Record<string, string>;

/** Text and grounds of a named colour in the light scheme. */
function lightOf(theme: MantineTheme, name: string): Variables {
  const shades = theme.colors[name]!;
  const grounds = [theme.white, theme.colors.gray[1], shades[1]!];
  const strong = readable(shades[8]!, grounds, darken);
  return {
    [`--mantine-color-${name}-filled`]: strong,
    [`--mantine-color-${name}-filled-hover`]: darken(strong, 0.15),
    [`--mantine-color-${name}-text`]: strong,
    [`--mantine-color-${name}-outline`]: strong,
    [`--mantine-color-${name}-light`]: shades[1]!,
    [`--mantine-color-${name}-light-hover`]: shades[2]!,
    [`--mantine-color-${name}-light-color`]: readable(shades[9]!, [shades[1]!, shades[2]!, ...grounds], darken),
  };
}

/** The same in the dark scheme; filled parts keep white text in both. */
function darkOf(theme: MantineTheme, name: string): Variables {
  const shades = theme.colors[name]!;
  const ground = darken(shades[9]!, 0.55);
  const hover = darken(shades[9]!, 0.45);
  const body = [theme.colors.dark[5], theme.colors.dark[6], theme.colors.dark[7]];
  const strong = readable(shades[8]!, [theme.white], darken);
  const pale = readable(shades[4]!, [...body, ground], lighten);
  return {
    [`--mantine-color-${name}-filled`]: strong,
    [`--mantine-color-${name}-filled-hover`]: darken(strong, 0.15),
    [`--mantine-color-${name}-text`]: pale,
    [`--mantine-color-${name}-outline`]: pale,
    [`--mantine-color-${name}-light`]: ground,
    [`--mantine-color-${name}-light-hover`]: hover,
    [`--mantine-color-${name}-light-color`]: readable(shades[0]!, [...body, ground, hover], lighten),
  };
}

function everyColor(theme: MantineTheme, of: (theme: MantineTheme, name: string) => Variables): Variables {
  return Object.assign({}, ...Object.keys(theme.colors).map((name) => of(theme, name))) as Variables;
}

/** What the text of a page may be made of; values are looked up in the variables above. */
const neutrals: { light: Variables; dark: Variables } = {
  light: {
    "--mantine-color-dimmed": "var(--mantine-color-gray-7)",
    "--mantine-color-placeholder": "var(--mantine-color-gray-7)",
    "--mantine-color-disabled": "var(--mantine-color-gray-2)",
    "--mantine-color-disabled-color": "var(--mantine-color-gray-7)",
    "--mantine-color-error": "var(--mantine-color-red-text)",
    "--mantine-color-success": "var(--mantine-color-teal-text)",
    "--mantine-color-anchor": "var(--mantine-color-blue-text)",
  },
  dark: {
    "--mantine-color-text": "var(--mantine-color-gray-3)",
    "--mantine-color-dimmed": "var(--mantine-color-dark-1)",
    "--mantine-color-placeholder": "var(--mantine-color-dark-1)",
    "--mantine-color-disabled-color": "var(--mantine-color-dark-1)",
    "--mantine-color-error": "var(--mantine-color-red-text)",
    "--mantine-color-success": "var(--mantine-color-teal-text)",
    "--mantine-color-anchor": "var(--mantine-color-blue-text)",
  },
};

export const readableVariables: CSSVariablesResolver = (theme) => {
  const usual = defaultCssVariablesResolver(theme);
  return {
    variables: usual.variables,
    light: { ...usual.light, ...everyColor(theme, lightOf), ...neutrals.light },
    dark: { ...usual.dark, ...everyColor(theme, darkOf), ...neutrals.dark },
  };
};

const fontFamily = `'Noto Sans JP Variable', 'Noto Sans JP', ${DEFAULT_THEME.fontFamily}`;

export const theme = createTheme({
  fontFamily,
  headings: { fontFamily },
  primaryColor: "blue",
  respectReducedMotion: true,
  components: {
    // Standing notes are no news; what went wrong says role="alert" itself.
    Alert: { defaultProps: { role: "note" } },
    SegmentedControl: { defaultProps: { transitionDuration: 0 } },
    // A table wider than the screen scrolls by itself, by keyboard too.
    TableScrollContainer: { defaultProps: { type: "native", tabIndex: 0 } },
    // A badge says a state in words: they wrap rather than end in dots, and keep their letters.
    Badge: Badge.extend({
      defaultProps: { tt: "none", radius: "sm" },
      styles: { root: { height: "auto", maxWidth: "100%" }, label: { whiteSpace: "normal", overflow: "visible" } },
    }),
  },
});
