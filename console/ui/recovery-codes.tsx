/** Recovery codes, which are shown once: to be copied, saved or printed before going on. */
import { Button, Checkbox } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { accountTexts } from '../texts/account.ts';
import { CopyButton } from './copy-button.tsx';
import classes from './recovery-codes.module.css';
import { saveAsFile } from './save-as-file.ts';

type RecoveryCodesProps = {
  codes: readonly string[];
  /** Whether somebody wanted to leave without having kept them. */
  urged?: boolean;
  onKept: () => void;
};

export function RecoveryCodes({ codes, urged, onKept }: RecoveryCodesProps) {
  const [kept, setKept] = useState(false);
  useStay(!kept);
  const words = accountTexts.recoveryCodes;
  const text = `${words.fileTitle}\n${words.lead}\n\n${codes.join('\n')}\n`;
  return (
    <div className={classes.whole}>
      <p className={classes.onPaper}>{words.fileTitle}</p>
      <p>{words.lead}</p>
      <ol className={classes.codes} aria-label={words.label} tabIndex={-1} data-autofocus>
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={classes.actions}>
        <CopyButton value={codes.join('\n')} />
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          onClick={() => saveAsFile(words.fileName, text)}
        >
          {words.download}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {words.print}
        </Button>
      </div>
      <div className={classes.end}>
        <Checkbox
          label={words.kept}
          checked={kept}
          error={urged && !kept ? words.keepFirst : undefined}
          onChange={event => setKept(event.currentTarget.checked)}
        />
        <Button fullWidth disabled={!kept} onClick={onKept}>
          {words.goOn}
        </Button>
      </div>
    </div>
  );
}

/** A reload would lose them for good: the browser asks first. */
function useStay(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [on]);
}
