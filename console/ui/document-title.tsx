/** The name of the page in the browser's tab. */
export function DocumentTitle({ children }: { children: string }) {
  return <title>{`${children} · Tenantry`}</title>;
}
