/** A field for the six digits of a second factor. */
import { TextInput } from '@mantine/core';
import classes from './code-field.module.css';
import type { TextProps } from './form.ts';

export function CodeField({ label, ...input }: TextProps & { label: string }) {
  return (
    <TextInput
      {...input}
      label={label}
      inputMode="numeric"
      autoComplete="one-time-code"
      // Six digits, and the gap that some apps show in the middle.
      maxLength={7}
      autoFocus
      classNames={{ input: classes.code }}
    />
  );
}

/** What is sent of what was typed: apps show a gap in the middle. */
export function sixDigits(typed: string): string {
  return typed.replace(/\s/g, '');
}
