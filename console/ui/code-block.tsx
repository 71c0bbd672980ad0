/** Code to copy. */
import { CopyButton, UnstyledButton } from '@mantine/core';
import { t } from '../texts/texts.ts';
import classes from './code-block.module.css';

export function CodeBlock({ label, code }: { label: string; code: string }) {
  return (
    <figure className={classes.code}>
      <figcaption>
        {label}
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <UnstyledButton className={classes.copy} onClick={copy}>
              {copied ? t.copied : t.copy}
            </UnstyledButton>
          )}
        </CopyButton>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{code}</pre>
    </figure>
  );
}
