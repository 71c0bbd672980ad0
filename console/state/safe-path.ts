/** Where to go after signing in: a path of this page alone, whatever a link says. */
export function safePath(wanted: string | null): string {
  const here = 'https://console.invalid';
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, here)) return '/';
  const { origin, pathname, search } = new URL(wanted, here);
  return origin === here && pathname !== '/sign-in' ? pathname + search : '/';
}
