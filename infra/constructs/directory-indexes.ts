/** The other ways into the directory, besides its own keys. */
import { AttributeType, type GlobalSecondaryIndexProps, ProjectionType } from 'aws-cdk-lib/aws-dynamodb';

export const directoryIndexes = [
  /** Users by status, groups, projects, organizations, each by name and whole: a page of a list is one query. */
  {
    indexName: 'lists',
    partitionKey: { name: 'listsPk', type: AttributeType.STRING },
    sortKey: { name: 'listsSk', type: AttributeType.STRING },
    projectionType: ProjectionType.ALL,
  },
  /** What a partner looks after: organizations, and users who wait for its approval, by name and whole; sparse. */
  {
    indexName: 'partners',
    partitionKey: { name: 'partnersPk', type: AttributeType.STRING },
    sortKey: { name: 'partnersSk', type: AttributeType.STRING },
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
