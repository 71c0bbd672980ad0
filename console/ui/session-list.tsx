/** Sessions, the one used last first: on which device, where, and since when. */
import { Button, Skeleton } from '@mantine/core';
import { IconApi, IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import type { SessionView } from '../../shared/contract/sessions.ts';
import { sessionTexts } from '../texts/sessions.ts';
import classes from './session-list.module.css';
import { Ago, Day } from './time.tsx';

type SessionListProps = {
  sessions: readonly SessionView[] | undefined;
  /** Absent where the reader may only look. */
  onEnd?: (session: SessionView) => void;
};

export function SessionList({ sessions, onEnd }: SessionListProps) {
  if (!sessions) return <Waiting />;
  if (sessions.length === 0) return <p className={classes.none}>{sessionTexts.none}</p>;
  return (
    <ul className={classes.list} aria-label={sessionTexts.title}>
      {sessions.map(session => (
        <Session key={session.id} session={session} onEnd={onEnd} />
      ))}
    </ul>
  );
}

function Session({ session, onEnd }: { session: SessionView; onEnd: SessionListProps['onEnd'] }) {
  const { device, place, ip, client, current, createdAt, lastUsedAt } = session;
  const Icon = iconOf(session);
  return (
    <li className={classes.session}>
      <Icon size={22} stroke={1.5} aria-hidden="true" />
      <div className={classes.words}>
        <div className={classes.device}>
          <bdi>{device}</bdi>
          {current && <span className={classes.badge}>{sessionTexts.current}</span>}
          {client && <span className={classes.badge}>{sessionTexts.script}</span>}
        </div>
        <div className={classes.where}>
          <bdi>{[place, ip].filter(Boolean).join(' · ') || sessionTexts.nowhere}</bdi>
        </div>
        <div className={classes.when}>
          <span>
            {sessionTexts.lastUsed} <Ago time={lastUsedAt ?? createdAt} />
          </span>
          <span>
            {sessionTexts.since} <Day time={createdAt} />
          </span>
        </div>
      </div>
      {onEnd && (
        <Button
          variant="default"
          size="xs"
          aria-label={sessionTexts.endNamed(device)}
          onClick={() => onEnd(session)}
        >
          {sessionTexts.end}
        </Button>
      )}
    </li>
  );
}

function iconOf({ client, device }: SessionView) {
  if (client) return IconApi;
  return /iPhone|iPad|iOS|Android/.test(device) ? IconDeviceMobile : IconDeviceDesktop;
}

function Waiting() {
  return (
    <div className={classes.list} aria-busy="true">
      {[0, 1, 2].map(at => (
        <div key={at} className={classes.session}>
          <Skeleton height={22} width={22} />
          <div className={classes.words}>
            <Skeleton height={14} width="40%" />
            <Skeleton height={12} width="60%" mt={8} />
          </div>
        </div>
      ))}
    </div>
  );
}
