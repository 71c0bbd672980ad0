/** How to leave: whoever must have a second factor can only sign out; anybody else goes back. */
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { t } from '../../texts/texts.ts';

export function WayOut({ awaited, next }: { awaited: boolean; next: string }) {
  const to = awaited ? '/sign-out' : next;
  return (
    <Button
      component={Link}
      to={to}
      state={awaited ? { wanted: true } : undefined}
      variant="subtle"
      color="gray"
      fullWidth
    >
      {awaited ? t.shell.signOut : t.cancel}
    </Button>
  );
}
