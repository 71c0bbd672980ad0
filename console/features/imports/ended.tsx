/** Imports that go no further, and what to do next. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconFileOff, IconHourglassOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { importsTexts as words } from '../../texts/imports.ts';
import { DocumentTitle } from '../../ui/document-title.tsx';
import { Empty } from '../../ui/empty.tsx';
import classes from './import.module.css';
import { ImportFrame } from './import-frame.tsx';
import type { ImportProps } from './import-page.tsx';
import { useCheck, useDiscard } from './use-import-deeds.ts';

/** The way to a new one. */
function ToAnother({ org, children }: { org: string; children: string }) {
  return (
    <Button component={Link} to={`/o/${org}/imports/new`}>
      {children}
    </Button>
  );
}

/** The upload goes on in another window, or nobody will ever finish it. */
export function NotArrived({ org, it }: ImportProps) {
  const discard = useDiscard(org, it);
  return (
    <ImportFrame org={org} it={it}>
      <Empty
        icon={<IconCloudOff stroke={1.75} />}
        title={words.awaiting.title}
        action={
          <Deeds>
            <Button variant="default" loading={discard.isPending} onClick={() => discard.mutate()}>
              {words.discard}
            </Button>
            <ToAnother org={org}>{words.startOver}</ToAnother>
          </Deeds>
        }
      >
        {words.awaiting.lead}
      </Empty>
    </ImportFrame>
  );
}

export function Failed({ org, it }: ImportProps) {
  const check = useCheck(org, it);
  return (
    <ImportFrame org={org} it={it}>
      <Empty
        icon={<IconAlertTriangle stroke={1.75} />}
        title={words.failed.title}
        action={
          <Deeds>
            <Button variant="default" loading={check.isPending} onClick={() => check.mutate({})}>
              {words.failed.again}
            </Button>
            <ToAnother org={org}>{words.again}</ToAnother>
          </Deeds>
        }
      >
        {it.reason}
      </Empty>
    </ImportFrame>
  );
}

export function Discarded({ org, it }: ImportProps) {
  return (
    <ImportFrame org={org} it={it}>
      <Empty
        icon={<IconFileOff stroke={1.75} />}
        title={words.cancelled.title}
        action={<ToAnother org={org}>{words.again}</ToAnother>}
      >
        {words.cancelled.lead}
      </Empty>
    </ImportFrame>
  );
}

/** Dead by now, or never there. */
export function Gone({ org }: { org: string }) {
  return (
    <>
      <DocumentTitle>{words.gone.title}</DocumentTitle>
      <Empty
        level={1}
        icon={<IconHourglassOff stroke={1.75} />}
        title={words.gone.title}
        action={
          <Deeds>
            <Button component={Link} to={`/o/${org}/imports`} variant="default">
              {words.back}
            </Button>
            <ToAnother org={org}>{words.again}</ToAnother>
          </Deeds>
        }
      >
        {words.gone.lead}
      </Empty>
    </>
  );
}

function Deeds({ children }: { children: ReactNode }) {
  return <span className={`${classes.choices} ${classes.middle}`}>{children}</span>;
}
