/** What is asked before a deed that cannot simply be taken back, and what then does it. */
import type { UserView } from '../../../shared/contract/users.ts';
import { userDeedsTexts } from '../../texts/user-deeds.ts';
import type { Deed } from './deeds.ts';

/** Routes that turn a user, and answer with how they are then. */
const routes = {
  revoke: 'revoke-invitation',
  deactivate: 'deactivate-user',
  archive: 'archive-user',
  'reset-password': 'reset-user-password',
  'force-reset': 'force-password-reset',
  'reset-mfa': 'reset-user-mfa',
  'sign-out': 'sign-out-user',
} as const satisfies Partial<Record<Deed, string>>;
export type Asking = keyof typeof routes;

export type Question = {
  route: (typeof routes)[Asking];
  title: string;
  lost: readonly string[];
  confirm: string;
  done: string;
  /** Something is lost by it. */
  danger: boolean;
};

export function questionOf(deed: Asking, user: UserView): Question {
  const words = userDeedsTexts.questions[wordingOf(deed, user)];
  const { displayName } = user;
  return {
    route: routes[deed],
    title: words.title(displayName),
    lost: typeof words.lost === 'string' ? [words.lost] : lostFactors(user),
    confirm: words.confirm,
    done: words.done(displayName),
    danger: deed !== 'reset-password',
  };
}

/** Of an account that another organization looks after, only the sessions here end. */
function wordingOf(deed: Asking, { home }: UserView): keyof typeof userDeedsTexts.questions {
  return deed === 'sign-out' && !home ? 'sign-out-here' : deed;
}

function lostFactors({ mfa }: UserView): string[] {
  const words = userDeedsTexts.questions['reset-mfa'];
  const cleared = mfa.enrolled.map(factor => words.cleared[factor]).join(', ');
  return [words.lost(cleared), mfa.required ? words.required : words.notRequired];
}
