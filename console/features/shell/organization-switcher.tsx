/** Which organization the page is about, and the others to choose from. */
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useMe } from '../../api/actor.ts';
import { t } from '../../texts/texts.ts';
import { Monogram } from '../../ui/brand.tsx';
import { later } from '../../ui/later.ts';
import { Popover } from '../../ui/popover.tsx';
import { useShownOrganization } from './shown-organization.ts';
import classes from './switcher.module.css';

const loadChoices = async () => (await import('./organization-choices.tsx')).OrganizationChoices;
const OrganizationChoices = later(loadChoices);

export function OrganizationSwitcher({ org }: { org: string }) {
  const active = useMe().organizations.filter(({ status }) => status === 'active');
  const { isOwn, isSuspended, name = '…' } = useShownOrganization(org);
  const note = isSuspended ? t.switcher.suspended : isOwn ? undefined : t.switcher.lookedAfter;
  if (active.length < 2 && isOwn) {
    return (
      <div className={classes.switcher}>
        <Current name={name} note={note} />
      </div>
    );
  }
  return (
    <Popover
      label={t.switcher.title}
      button={props => (
        <UnstyledButton
          className={classes.switcher}
          data-button
          {...props}
          onPointerEnter={loadChoices}
          onFocus={loadChoices}
        >
          <Current name={name} note={note} />
          <VisuallyHidden>{t.switcher.switch}</VisuallyHidden>
          <IconSelector size={16} aria-hidden="true" />
        </UnstyledButton>
      )}
    >
      <OrganizationChoices org={org} organizations={active} />
    </Popover>
  );
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
