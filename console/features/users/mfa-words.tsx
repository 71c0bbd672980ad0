/** How somebody's second factor stands: an icon in the list, with the words for whoever cannot see it. */
import { VisuallyHidden } from '@mantine/core';
import { IconShieldCheck, IconShieldExclamation, IconShieldOff } from '@tabler/icons-react';
import type { UserView } from '../../../shared/contract/users.ts';
import { t } from '../../texts/texts.ts';
import classes from './users.module.css';

const icons = { on: IconShieldCheck, missing: IconShieldExclamation, off: IconShieldOff };

export function MfaWords({ mfa: { required, enrolled } }: Pick<UserView, 'mfa'>) {
  const state = enrolled.length > 0 ? 'on' : required ? 'missing' : 'off';
  const Icon = icons[state];
  const words = t.users.mfa[state];
  return (
    <span className={classes.mfa} data-state={state} title={words}>
      <Icon size={18} stroke={1.75} aria-hidden="true" />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}
