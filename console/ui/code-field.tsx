/** A field for the six digits of a second factor. */
import { TextInput } from '@mantine/core';
import classes from './code-field.module.css';
import type { TextProps } from './form.ts';

type CodeFieldProps = TextProps & { label: string; autoFocus?: boolean };

export function CodeField(props: CodeFieldProps) {
  return (
    <TextInput
      {...props}
      inputMode="numeric"
      autoComplete="one-time-code"
      // Six digits, and the gap that some apps show in the middle.
      maxLength={7}
      classNames={{ input: classes.code }}
    />
  );
}

/** What is sent of what was typed: apps show a gap in the middle. */
export function sixDigits(typed: string): string {
  return typed.replace(/\s/g, '');
}
