/** The secret of an authenticator app: to be scanned, typed, or opened on this very device. */
import { Anchor, Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import { accountTexts } from '../../texts/account.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { later } from '../../ui/later.ts';
import classes from './second-factor.module.css';

const QrCode = later(async () => (await import('../../ui/qr-code.tsx')).QrCode);

export function Secret({ secret, uri }: { secret: string; uri: string }) {
  const words = accountTexts.secondFactor.authenticator;
  return (
    <div className={classes.secret}>
      <div className={classes.qr}>
        <Suspense fallback={<Skeleton height={206} radius={10} />}>
          <QrCode text={uri} label={words.qr} />
        </Suspense>
      </div>
      <div className={classes.typed}>
        <span className={classes.explained}>{words.type}</span>
        <code className={classes.groups}>{inGroups(secret)}</code>
        <CopyButton value={secret} label={words.copy} />
      </div>
      <Anchor href={uri} size="sm" className={classes.onDevice}>
        {words.onDevice}
      </Anchor>
    </div>
  );
}

/** In fours, as they are read out and typed; apps take it with the gaps. */
function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}
