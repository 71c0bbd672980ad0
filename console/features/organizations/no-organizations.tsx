/** Why the list is empty, and what to do about it. */
import { Button } from '@mantine/core';
import { IconBuildingCommunity, IconSearch } from '@tabler/icons-react';
import { organizationsTexts as words } from '../../texts/organizations.ts';
import { Empty } from '../../ui/empty.tsx';

type NoOrganizationsProps = { q: string | undefined; onClear: () => void; onCreate?: () => void };

export function NoOrganizations({ q, onClear, onCreate }: NoOrganizationsProps) {
  if (q) {
    const clear = (
      <Button variant="default" onClick={onClear}>
        {words.empty.clear}
      </Button>
    );
    return (
      <Empty icon={<IconSearch stroke={1.75} />} title={words.empty.none(q)} action={clear}>
        {words.empty.noneLead}
      </Empty>
    );
  }
  const create = onCreate && (
    <Button variant="default" onClick={onCreate}>
      {words.create}
    </Button>
  );
  return (
    <Empty icon={<IconBuildingCommunity stroke={1.75} />} title={words.empty.title} action={create}>
      {onCreate ? words.empty.lead : words.empty.leadOnly}
    </Empty>
  );
}
