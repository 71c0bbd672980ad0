/** In place of every page of an organization that is suspended: what that means, whom to ask, and where else to go. */
import { Button } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Me } from '../../../shared/contract/auth.ts';
import { useMe } from '../../api/actor.ts';
import { queries } from '../../api/queries.ts';
import { suspendedTexts as words } from '../../texts/suspended.ts';
import { Monogram } from '../../ui/brand.tsx';
import { DocumentTitle } from '../../ui/document-title.tsx';
import { Emblem } from '../../ui/emblem.tsx';
import classes from './suspended.module.css';

/** @param name unknown of an organization that one only looks after */
export function Suspended({ id, name }: { id: string; name?: string }) {
  const open = useMe().organizations.filter(
    other => other.id !== id && other.status === 'active' && !other.suspended,
  );
  return (
    <div className={classes.page}>
      <DocumentTitle>{words.title(name)}</DocumentTitle>
      <Emblem icon={<IconPlayerPause />} tone="waiting" />
      <h1>{words.title(name)}</h1>
      <p>{words.means}</p>
      <p>{words.ask}</p>
      <LookAgain />
      {open.length > 0 && <Elsewhere organizations={open} />}
    </div>
  );
}

function LookAgain() {
  const client = useQueryClient();
  const { queryKey } = queries.me();
  const asking = useIsFetching({ queryKey }) > 0;
  return (
    <Button variant="default" loading={asking} onClick={() => client.refetchQueries({ queryKey })}>
      {words.again}
    </Button>
  );
}

/** As many as there is room for; the switcher has all of them. */
const shown = 5;

function Elsewhere({ organizations }: { organizations: Me['organizations'] }) {
  return (
    <section className={classes.elsewhere} aria-label={words.elsewhere}>
      <h2>{words.elsewhere}</h2>
      <ul>
        {organizations.slice(0, shown).map(({ id, name }) => (
          <li key={id}>
            <Link to={`/o/${id}`}>
              <Monogram name={name} />
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
