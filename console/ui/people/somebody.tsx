/** Somebody of whom only the id is told, by name; each is asked for once. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { jobsTexts as words } from '../../texts/jobs.ts';
import classes from './somebody.module.css';

/** Names change seldom. */
const lasting = { staleTime: 300_000, retry: false } as const;

export function Somebody({ org, id }: { org: string; id: string }) {
  const user = useQuery({ ...queries.user(org, id), ...lasting });
  if (user.data) return <bdi className={classes.name}>{user.data.displayName}</bdi>;
  return user.error ? (
    <span className={classes.gone}>{words.gone}</span>
  ) : (
    <Skeleton height={14} width={110} />
  );
}
