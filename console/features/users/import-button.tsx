/** Leads to where a file becomes users; for whoever may bring many in. */
import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type Actor, may } from '../../api/actor.ts';
import { usersTexts } from '../../texts/users.ts';
import classes from './wide-label.module.css';

export function ImportButton({ org, actor }: { org: string; actor: Actor }) {
  if (!may(actor, 'users.import')) return null;
  return (
    <Button
      component={Link}
      to={`/o/${org}/imports/new`}
      variant="default"
      aria-label={usersTexts.users.import}
      classNames={{ section: classes.icon, label: classes.label }}
      leftSection={<IconUpload size={16} aria-hidden="true" />}
    >
      {usersTexts.users.import}
    </Button>
  );
}
