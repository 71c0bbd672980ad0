import type { DirectoryReader, DirectoryWriter } from '../../ports/directory.ts';
import { systemClock } from '../system.ts';
import { throttling } from './attempts.ts';
import { claiming } from './claims.ts';
import { openClient } from './client.ts';
import { committing } from './commit.ts';
import { erasing } from './erase.ts';
import { noting } from './notes.ts';
import type { Tables } from './planned.ts';
import { reading } from './reading.ts';

/** For whoever only looks, and notes who was active: without all that writing takes. */
export function openDynamoReader({
  directory: table,
}: Pick<Tables, 'directory'>): DirectoryReader & Pick<DirectoryWriter, 'noteActivity' | 'noteSessionUse'> {
  const client = openClient();
  return { ...reading(client, table), ...noting(client, table) };
}

export function openDynamoDirectory(tables: Tables): DirectoryReader & DirectoryWriter {
  const client = openClient();
  return {
    ...reading(client, tables.directory),
    ...noting(client, tables.directory),
    ...claiming(client, tables.directory, systemClock),
    ...throttling(client, tables.directory),
    erase: erasing(client, tables.directory),
    commit: committing(client, tables),
  };
}
