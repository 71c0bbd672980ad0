/** How somebody's second factor stands: in a list an icon, with the words for whoever cannot see it. */
import { IconShieldCheck, IconShieldExclamation } from '@tabler/icons-react';
import type { UserView } from '../../../shared/contract/users.ts';
import { usersTexts } from '../../texts/users.ts';
import classes from './users.module.css';

const icons = { on: IconShieldCheck, missing: IconShieldExclamation };

export function MfaWords({ mfa: { required, enrolled } }: Pick<UserView, 'mfa'>) {
  const state = enrolled.length > 0 ? 'on' : required ? 'missing' : 'off';
  const words = usersTexts.users.mfa[state];
  return (
    <span className={classes.mfa} data-state={state} title={words}>
      <Sign state={state} />
      <span className={classes.mfaWords}>{words}</span>
    </span>
  );
}

function Sign({ state }: { state: keyof typeof icons | 'off' }) {
  if (state === 'off') return <span aria-hidden="true">–</span>;
  const Icon = icons[state];
  return <Icon size={18} stroke={1.75} aria-hidden="true" />;
}
