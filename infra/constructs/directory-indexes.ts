/** The other ways into the directory, besides its own keys. */
import { AttributeType, type GlobalSecondaryIndexProps, ProjectionType } from 'aws-cdk-lib/aws-dynamodb';

export const directoryIndexes = [
  /** An organization's users by status and name, whole: a page of the list is one query. */
  {
    indexName: 'users',
    partitionKey: { name: 'usersPk', type: AttributeType.STRING },
    sortKey: { name: 'usersSk', type: AttributeType.STRING },
    projectionType: ProjectionType.ALL,
  },
  /** Users who wait for a partner's approval, by name over all organizations that it looks after, whole; sparse. */
  {
    indexName: 'approvals',
    partitionKey: { name: 'approvalsPk', type: AttributeType.STRING },
    sortKey: { name: 'approvalsSk', type: AttributeType.STRING },
    projectionType: ProjectionType.ALL,
  },
  /** Pending invitations by the moment they expire; sparse, for the schedule alone. */
  {
    indexName: 'expiry',
    partitionKey: { name: 'expiryPk', type: AttributeType.STRING },
    sortKey: { name: 'expirySk', type: AttributeType.STRING },
    projectionType: ProjectionType.KEYS_ONLY,
  },
  /** Whoever has credentials, for the schedule that compares them with Cognito's; sparse, and written once a person. */
  {
    indexName: 'credentials',
    partitionKey: { name: 'credentialsPk', type: AttributeType.STRING },
    sortKey: { name: 'credentialsSk', type: AttributeType.STRING },
    projectionType: ProjectionType.KEYS_ONLY,
  },
] as const satisfies readonly GlobalSecondaryIndexProps[];
