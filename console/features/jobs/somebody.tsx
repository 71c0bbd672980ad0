/** Somebody of whom only the id is told, by name; each is asked for once. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { queries } from '../../api/queries.ts';
import { jobsTexts as words } from '../../texts/jobs.ts';
import { Person } from '../../ui/person.tsx';
import classes from './jobs.module.css';

type SomebodyProps = { org: string; id: string };

/** Names change seldom. */
const lasting = { staleTime: 300_000, retry: false } as const;

export function Somebody({ org, id }: SomebodyProps) {
  const user = useQuery({ ...queries.user(org, id), ...lasting });
  if (user.data) return <bdi>{user.data.displayName}</bdi>;
  return user.error ? (
    <span className={classes.gone}>{words.gone}</span>
  ) : (
    <Skeleton height={14} width={110} />
  );
}

/** With picture and address, leading to their page. */
export function SomebodyAtLength({ org, id }: SomebodyProps) {
  const user = useQuery({ ...queries.user(org, id), ...lasting });
  if (user.error) return <span className={classes.gone}>{words.gone}</span>;
  if (!user.data) return <Skeleton height={32} width={190} />;
  return (
    <Person person={user.data}>
      <Link className={classes.name} to={`/o/${org}/users/${id}`}>
        {user.data.displayName}
      </Link>
    </Person>
  );
}
