/** What the pages of signing in hand to one another, beside the address: it outlives a reload, and holds no secret. */
import { useLocation } from 'react-router';
import type { Challenge } from '../../../shared/contract/auth.ts';

export type Question = Challenge['challenge'];

export type Handed = {
  /** A further question, which another page may have come upon. */
  challenge?: Question;
  email?: string;
  /** Of the link to go back to. */
  token?: string;
  /** Whether a session has just ended. */
  ended?: boolean;
  /** Whether it ended because nobody was there. */
  idle?: boolean;
};

export function useHanded(): Handed {
  return useLocation().state ?? {};
}
