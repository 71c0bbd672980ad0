/** What is being done to an application: a question that stands open, or a secret that is shown. */
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/routes.ts';

export type ApiClient = OutputOf<'get-api-client'>;
export type WithSecret = OutputOf<'create-api-client'>;

export type Asked =
  | { deed: 'create' }
  | { deed: 'rotate' | 'remove'; client: ApiClient }
  | { deed: 'show-secret'; client: WithSecret };

export function useClientDeeds() {
  const [asked, ask] = useState<Asked>();
  return { asked, ask, close: () => ask(undefined) };
}
