/** The one client of this page, and the session it holds. */
import { createClient } from './client.ts';

export const { call, session } = createClient((url, init) => fetch(url, init));
