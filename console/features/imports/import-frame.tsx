/** What every state of an import has around it: the file, the state, what can be done, and what is known of it. */
import type { ReactNode } from 'react';
import type { ImportView } from '../../../shared/contract/imports.ts';
import { importsTexts as words } from '../../texts/imports.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Page } from '../../ui/page.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import classes from './import.module.css';
import { ImportStatus } from './import-status.tsx';

type FrameProps = {
  org: string;
  it: ImportView;
  /** In place of the import's own. */
  status?: ReactNode;
  deeds?: ReactNode;
  children: ReactNode;
};

export function ImportFrame({ org, it, status, deeds, children }: FrameProps) {
  const narrow = useNarrow();
  return (
    <Page
      title={it.fileName}
      heading={
        <h1 className={classes.title}>
          <bdi>{it.fileName}</bdi>
        </h1>
      }
      before={<BackLink to={`/o/${org}/imports`}>{words.back}</BackLink>}
      aside={status ?? <ImportStatus state={it.state} />}
      actions={narrow ? undefined : deeds}
    >
      {narrow && deeds && <div className={classes.deeds}>{deeds}</div>}
      {children}
    </Page>
  );
}
