/** What a browser says of itself, in a few words that its owner recognises. */

type Named = readonly [name: string, pattern: RegExp];

/** The first that fits: most browsers also name those that they want to be taken for. */
const browsers: readonly Named[] = [
  ['Edge', /\bEdg(A|iOS)?\//],
  ['Opera', /\b(OPR|OPT|Opera)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Vivaldi', /\bVivaldi\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|Chromium|HeadlessChrome)\//],
  ['Safari', /\bVersion\/\S+ (Mobile\/\S+ )?Safari\//],
];

const systems: readonly Named[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];

/** Programs that name themselves first, as in `curl/8.5.0`. */
const program = /^([A-Za-z][\w.-]{1,30})\/\d/;

/** "Firefox on Linux"; the name of a program; or that nobody can tell. */
export function deviceOf(userAgent: string | undefined): string {
  const text = userAgent ?? '';
  const of = (known: readonly Named[]) => known.find(([, pattern]) => pattern.test(text))?.[0];
  const [browser, system] = [of(browsers), of(systems)];
  if (browser && system) return `${browser} on ${system}`;
  const named = program.exec(text)?.[1];
  return browser ?? (named === 'Mozilla' ? undefined : named) ?? system ?? 'Unknown device';
}
