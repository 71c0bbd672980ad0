/** What follows the stream of a table, record by record. Each gets its own Lambda, made from this table. */
import type { Needs } from './needs.ts';

type Follower = {
  readonly follows: 'directory' | 'events';
  /** Of the directory, the entities whose changes are followed. */
  readonly entity?: 'user';
  readonly needs: Needs;
};

export const followers = {
  /** Hands what happened on to whoever listens. */
  publish: { follows: 'events', needs: ['events:publish'] },
  /** Keeps what users are found by in step with them. */
  'index-users': { follows: 'directory', entity: 'user', needs: ['directory:index'] },
  /** Counts who has a second factor. It is the second to read this stream, and no stream has room for a third. */
  'count-factors': { follows: 'directory', entity: 'user', needs: ['directory:cover'] },
} as const satisfies Record<string, Follower>;

export type FollowerName = keyof typeof followers;
