/** Counting users by the rows that propose them, up to a limit: nobody's item is read. (docs/decisions/0033) */
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { DirectoryReader } from '../../ports/directory.ts';
import { partitionsOf, waysTo } from './ways.ts';

export function countingUsers(
  client: DynamoDBDocumentClient,
  table: string,
): Pick<DirectoryReader, 'countUsers'> {
  const countIn = async (partition: string, limit: number): Promise<number> => {
    const { Count = 0 } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partition },
        Select: 'COUNT',
        Limit: limit,
      }),
    );
    return Count;
  };
  return {
    countUsers: async (organization, filter, atMost) => {
      // One thing is asked, and each user stands in one of its partitions.
      const partitions = waysTo(filter).flatMap(shelves => partitionsOf(organization, filter, shelves));
      const counts = await Promise.all(partitions.map(partition => countIn(partition, atMost + 1)));
      const count = counts.reduce((sum, each) => sum + each, 0);
      return { count: Math.min(count, atMost), isMore: count > atMost };
    },
  };
}
