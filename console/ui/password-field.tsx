/** Fields for passwords: for the present one, and for a new one, where length is the only rule. */
import { PasswordInput } from '@mantine/core';
import type { ChangeEvent } from 'react';
import { passwordMinimum } from '../../shared/contract/text.ts';
import { t } from '../texts/texts.ts';
import classes from './password-field.module.css';

type PasswordFieldProps = {
  label?: string;
  autoFocus?: boolean;
  name: string;
  value: string;
  error?: string;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
};

/** For the password that somebody has. */
export function PasswordField({ label = t.password.label, ...input }: PasswordFieldProps) {
  return (
    <PasswordInput
      {...input}
      label={label}
      // Mantine says it of the box around the field alone.
      aria-invalid={input.error ? true : undefined}
      autoComplete="current-password"
      visibilityToggleButtonProps={{ 'aria-label': t.password.show }}
    />
  );
}

/** For a password to be chosen: says how much is missing. */
export function NewPasswordField({ label = t.password.newLabel, ...input }: PasswordFieldProps) {
  return (
    <PasswordInput
      {...input}
      label={label}
      aria-invalid={input.error ? true : undefined}
      autoComplete="new-password"
      description={<PasswordHint length={[...input.value].length} />}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      visibilityToggleButtonProps={{ 'aria-label': t.password.show }}
    />
  );
}

function PasswordHint({ length }: { length: number }) {
  const enough = length >= passwordMinimum;
  const filled = Math.min(1, length / passwordMinimum);
  return (
    <span className={classes.hint}>
      <span className={classes.bar} data-enough={enough}>
        <span style={{ width: `${filled * 100}%` }} />
      </span>
      {length === 0 && t.password.rule(passwordMinimum)}
      {length > 0 && !enough && t.password.more(passwordMinimum - length)}
      {enough && t.password.enough}
    </span>
  );
}
