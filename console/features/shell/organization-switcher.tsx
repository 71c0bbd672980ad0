/** Which organization the page is about, and the others to choose from. */
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type Actor, useActor, useMe } from '../../api/actor.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../texts/texts.ts';
import { Monogram } from '../../ui/brand.tsx';
import { Popover } from '../../ui/popover.tsx';
import { OrganizationChoices } from './organization-choices.tsx';
import classes from './switcher.module.css';

export function OrganizationSwitcher({ org }: { org: string }) {
  const active = useMe().organizations.filter(({ status }) => status === 'active');
  const own = active.find(({ id }) => id === org);
  // Those who look after an organization look at it without being users of it.
  const foreign = useQuery({ ...queries.organization(org), enabled: !own && org !== '' });
  const actor = useActor(org);
  const current = {
    name: own?.name ?? foreign.data?.name ?? '…',
    note: own?.suspended || foreign.data?.suspendedAt ? t.switcher.suspended : noteFor(actor),
  };
  if (active.length < 2 && own) {
    return (
      <div className={classes.switcher}>
        <Current {...current} />
      </div>
    );
  }
  return (
    <Popover
      label={t.switcher.title}
      button={props => (
        <UnstyledButton className={classes.switcher} data-button {...props}>
          <Current {...current} />
          <VisuallyHidden>{t.switcher.switch}</VisuallyHidden>
          <IconSelector size={16} aria-hidden="true" />
        </UnstyledButton>
      )}
    >
      <OrganizationChoices org={org} organizations={active} />
    </Popover>
  );
}

function noteFor(actor: Actor | undefined): string | undefined {
  return actor && actor.as !== 'member' ? t.switcher.lookedAfter : undefined;
}

function Current({ name, note }: { name: string; note?: string }) {
  return (
    <>
      <Monogram name={name} />
      <span className={classes.words}>
        <bdi className={classes.name}>{name}</bdi>
        {note && <span className={classes.note}>{note}</span>}
      </span>
    </>
  );
}
