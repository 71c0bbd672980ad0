/** What the console looks like, in one place: colours by what they mean, in light and in dark. */

/** The brand's indigo, from a tint to a shade. */
export const brand = [
  '#eef2ff',
  '#dfe6ff',
  '#bac8ff',
  '#91a7ff',
  '#748ffc',
  '#5c7cfa',
  '#4c6ef5',
  '#4263eb',
  '#3b5bdb',
  '#3150c4',
] as const;

/** Cool greys for light surfaces. */
export const gray = [
  '#f9fafb',
  '#f2f4f7',
  '#eaecf0',
  '#e4e7ec',
  '#d0d5dd',
  '#667085',
  '#5b6577',
  '#475467',
  '#344054',
  '#101828',
] as const;

/** The same, from text to background, for dark surfaces. */
export const dark = [
  '#e6e9ee',
  '#cdd3dd',
  '#9aa4b5',
  '#8a94a6',
  '#2f343e',
  '#23272f',
  '#1b1f26',
  '#111318',
  '#0c0e12',
  '#08090c',
] as const;

type Pair = { light: string; dark: string };

/** Read in CSS as `var(--page)`, `var(--ink)` and so on. Text colours reach 4.5:1 on every surface, in both schemes. */
const tokens = {
  /** Behind everything: the rail, the pages before signing in. */
  page: { light: '#f7f8fa', dark: '#0c0e12' },
  surface: { light: '#ffffff', dark: '#111318' },
  raised: { light: '#ffffff', dark: '#1b1f26' },
  hover: { light: '#f4f5f8', dark: '#191c22' },
  pressed: { light: '#eceef3', dark: '#23272f' },
  line: { light: '#e4e7ec', dark: '#262a32' },
  /** Around what can be typed into: 3:1 against the surface, so that everybody sees where. */
  'line-control': { light: '#8b95a7', dark: '#636c7b' },
  ink: { light: '#101828', dark: '#f2f4f7' },
  text: { light: '#344054', dark: '#cdd3dd' },
  faint: { light: '#5b6577', dark: '#9aa4b5' },
  accent: { light: '#3b5bdb', dark: '#91a7ff' },
  'accent-tint': { light: '#eef2ff', dark: '#1c2440' },
  good: { light: '#05643f', dark: '#5fd39a' },
  'good-tint': { light: '#e7f8ef', dark: '#10291d' },
  waiting: { light: '#8a4b06', dark: '#f5bd5c' },
  'waiting-tint': { light: '#fef4e2', dark: '#2e2310' },
  bad: { light: '#b42318', dark: '#ff8a80' },
  'bad-tint': { light: '#fef1f0', dark: '#351816' },
  shadow: {
    light: '0 1px 2px rgb(16 24 40 / 5%), 0 8px 24px -8px rgb(16 24 40 / 12%)',
    dark: '0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px -8px rgb(0 0 0 / 60%)',
  },
} as const satisfies Record<string, Pair>;

/** The tokens of one scheme as CSS custom properties. */
export function tokenVariables(scheme: keyof Pair): Record<`--${string}`, string> {
  return Object.fromEntries(Object.entries(tokens).map(([name, pair]) => [`--${name}`, pair[scheme]]));
}
