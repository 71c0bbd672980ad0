/** What must never be lost: who belongs where, everything that happened, and pictures; and the bus that tells of it. */
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table, type TableProps } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { directoryIndexes } from '../constructs/directory-indexes.ts';
import { pictureBucket } from '../constructs/picture-files.ts';
import type { World } from '../constructs/world.ts';

const precious = {
  partitionKey: { name: 'pk', type: AttributeType.STRING },
  sortKey: { name: 'sk', type: AttributeType.STRING },
  billingMode: BillingMode.PAY_PER_REQUEST,
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
} as const satisfies TableProps;

export class DataStack extends Stack {
  readonly data: World['data'];
  readonly pictures: World['files']['pictures'];

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const directory = new Table(this, 'Directory', {
      ...precious,
      timeToLiveAttribute: 'ttl',
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
    });
    for (const index of directoryIndexes) directory.addGlobalSecondaryIndex(index);
    const events = new Table(this, 'Events', { ...precious, stream: StreamViewType.NEW_IMAGE });
    this.data = {
      directory,
      events,
      bus: new EventBus(this, 'Bus', { description: 'What happened in Tenantry' }),
    };
    this.pictures = pictureBucket(this);
  }
}
