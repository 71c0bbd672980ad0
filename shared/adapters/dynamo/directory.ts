import type { DirectoryReader, DirectoryWriter } from '../../ports.ts';
import { systemClock } from '../system.ts';
import { claiming } from './claims.ts';
import { openClient } from './client.ts';
import { committing } from './commit.ts';
import { noting } from './notes.ts';
import { reading } from './reading.ts';
import type { Tables } from './steps.ts';

export function openDynamoDirectory(tables: Tables): DirectoryReader & DirectoryWriter {
  const client = openClient();
  return {
    ...reading(client, tables.directory),
    ...noting(client, tables.directory),
    ...claiming(client, tables.directory, systemClock),
    commit: committing(client, tables),
  };
}
