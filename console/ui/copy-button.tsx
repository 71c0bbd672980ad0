/** A button that copies a text, and says so. */
import { Button, CopyButton as MantineCopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { t } from '../texts/texts.ts';

type CopyButtonProps = {
  value: string /** What is copied, for whoever only hears the button. */;
  label?: string;
};

export function CopyButton({ value, label }: CopyButtonProps) {
  return (
    <MantineCopyButton value={value} timeout={2_000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          leftSection={
            copied ? <IconCheck size={16} aria-hidden="true" /> : <IconCopy size={16} aria-hidden="true" />
          }
          aria-label={copied ? undefined : label}
          aria-live="polite"
          onClick={copy}
        >
          {copied ? t.copied : t.copy}
        </Button>
      )}
    </MantineCopyButton>
  );
}
