/** Opens the window in which the list becomes a file; for whoever may take it away. */
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { type Actor, may } from '../../../api/actor.ts';
import { usersTexts } from '../../../texts/users.ts';
import { later } from '../../../ui/later.ts';
import type { ListState } from '../list-state.ts';
import classes from '../wide-label.module.css';

const loadDialog = async () => (await import('./export-dialog.tsx')).ExportDialog;
const ExportDialog = later(loadDialog);

export function ExportButton({ org, actor, list }: { org: string; actor: Actor; list: ListState }) {
  const [opened, setOpened] = useState(false);
  if (!may(actor, 'users.export')) return null;
  return (
    <>
      <Button
        variant="default"
        aria-label={usersTexts.users.export}
        classNames={{ section: classes.icon, label: classes.label }}
        leftSection={<IconDownload size={16} aria-hidden="true" />}
        onClick={() => setOpened(true)}
        onPointerEnter={loadDialog}
        onFocus={loadDialog}
      >
        {usersTexts.users.export}
      </Button>
      <Suspense>{opened && <ExportDialog org={org} list={list} onClose={() => setOpened(false)} />}</Suspense>
    </>
  );
}
