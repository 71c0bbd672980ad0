/** Walks over all organizations, which only schedules do: over indexes of eight partitions each. */
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { OrganizationId, PersonId } from '../../contract/ids.ts';
import type { DirectoryReader } from '../../ports/directory.ts';
import { credentialsIndex, expiryIndex } from './indexes.ts';

/** As many as can be read in one round trip. */
const holdersInPage = 100;

export function sweeping(
  client: DynamoDBDocumentClient,
  table: string,
): Pick<DirectoryReader, 'listExpiring' | 'listCredentialHolders'> {
  return {
    listExpiring: (until, limit) => listExpiring(client, table, until, limit),
    listCredentialHolders: after => listCredentialHolders(client, table, after),
  };
}

async function listExpiring(client: DynamoDBDocumentClient, table: string, until: string, limit: number) {
  const pages = await Promise.all(
    expiryIndex.partitions.map(partition =>
      client.send(
        new QueryCommand({
          TableName: table,
          IndexName: expiryIndex.name,
          KeyConditionExpression: 'expiryPk = :pk AND expirySk < :until',
          // '~' sorts after every delimiter, so that the moment itself is included.
          ExpressionAttributeValues: { ':pk': partition, ':until': `${until}~` },
          Limit: limit,
        }),
      ),
    ),
  );
  const rows = pages.flatMap(page => page.Items ?? []).slice(0, limit);
  return rows.map(row => {
    const [, organization, id] = String(row.expirySk).split('#');
    return { organization: OrganizationId.parse(organization), id: PersonId.parse(id) };
  });
}

/** One partition after the other. Where the walk goes on is the number of one, and the last person seen there. */
async function listCredentialHolders(client: DynamoDBDocumentClient, table: string, after = '0#') {
  const [number, last] = after.split('#');
  const shard = Number(number);
  const { Items = [], LastEvaluatedKey: end } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: credentialsIndex.name,
      KeyConditionExpression: `credentialsPk = :pk${last ? ' AND credentialsSk > :last' : ''}`,
      ExpressionAttributeValues: {
        ':pk': credentialsIndex.partitions[shard],
        ...(last && { ':last': last }),
      },
      Limit: holdersInPage,
    }),
  );
  const nextShard = credentialsIndex.partitions[shard + 1] && `${shard + 1}#`;
  const next = end ? `${shard}#${end.credentialsSk}` : nextShard;
  const ids = Items.map(({ credentialsSk }) => PersonId.parse(credentialsSk));
  return { ids, ...(next && { next }) };
}
