/** Every resource type that the local cloud knows: how it is made here, or why it may be left out. */
import { failure } from '../failure.ts';
import type { Creator } from '../template/deploy.ts';
import { bucket } from './bucket.ts';
import { bucketDeployment } from './bucket-deployment.ts';
import { parameterReader, ssmParameter, trigger } from './custom.ts';
import { distribution } from './distribution.ts';
import { cachePolicy, responseHeadersPolicy, viewerFunction } from './distribution-parts.ts';
import { eventSourceMapping } from './event-source-mapping.ts';
import { eventBus, rule } from './events.ts';
import { api, authorizer, integration, route, stage } from './http-api.ts';
import { alias, lambdaFunction, version } from './lambda.ts';
import { physicalName } from './properties.ts';
import { queue } from './queue.ts';
import { policy, role } from './roles.ts';
import { schedule, scheduleGroup } from './schedule.ts';
import type { Services } from './services.ts';
import { configurationSet, emailIdentity, eventDestination } from './ses.ts';
import { globalTable, table } from './table.ts';
import { userPool, userPoolClient } from './user-pool.ts';

type MakeCreator = (services: Services) => Creator;

const made: Record<string, MakeCreator> = {
  'AWS::ApiGatewayV2::Api': api,
  'AWS::ApiGatewayV2::Authorizer': authorizer,
  'AWS::ApiGatewayV2::Integration': integration,
  'AWS::ApiGatewayV2::Route': route,
  'AWS::ApiGatewayV2::Stage': stage,
  'AWS::CloudFront::CachePolicy': cachePolicy,
  'AWS::CloudFront::Distribution': distribution,
  'AWS::CloudFront::Function': viewerFunction,
  'AWS::CloudFront::ResponseHeadersPolicy': responseHeadersPolicy,
  'AWS::Cognito::UserPool': userPool,
  'AWS::Cognito::UserPoolClient': userPoolClient,
  'AWS::DynamoDB::GlobalTable': globalTable,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::EventBus': eventBus,
  'AWS::Events::Rule': rule,
  'AWS::IAM::ManagedPolicy': policy,
  'AWS::IAM::Policy': policy,
  'AWS::IAM::Role': role,
  'AWS::Lambda::Alias': alias,
  'AWS::Lambda::EventSourceMapping': eventSourceMapping,
  'AWS::Lambda::Function': lambdaFunction,
  'AWS::Lambda::Version': version,
  'AWS::S3::Bucket': bucket,
  'AWS::SES::ConfigurationSet': configurationSet,
  'AWS::SES::ConfigurationSetEventDestination': eventDestination,
  'AWS::SES::EmailIdentity': emailIdentity,
  'AWS::SQS::Queue': queue,
  'AWS::SSM::Parameter': ssmParameter,
  'AWS::Scheduler::Schedule': schedule,
  'AWS::Scheduler::ScheduleGroup': scheduleGroup,
  'Custom::CDKBucketDeployment': bucketDeployment,
  'Custom::CrossRegionStringParameterReader': parameterReader,
  'Custom::Trigger': trigger,
};

/** Types without which the application runs the same, and why. */
const leftOut: Record<string, string> = {
  'AWS::CDK::Metadata': 'tells AWS which constructs were used',
  'AWS::CloudFront::OriginAccessControl': 'CloudFront here is the only way to a bucket of web files',
  'AWS::CloudWatch::Alarm': 'no metrics here; failures are printed',
  'AWS::CloudWatch::CompositeAlarm': 'no metrics here; failures are printed',
  'AWS::CloudWatch::Dashboard': 'no metrics here',
  'AWS::Lambda::LayerVersion': 'only Lambdas of the CDK itself use layers, and those do not run here',
  'AWS::Lambda::EventInvokeConfig': 'asynchronous invocations are tried three times here, as by default',
  'AWS::Lambda::Permission': 'lets AWS services call our Lambdas, which the CDK grants with each use',
  'AWS::Logs::LogGroup': 'what Lambdas print is kept in files',
  'AWS::Logs::MetricFilter': 'no metrics here',
  'AWS::S3::BucketPolicy': 'nobody reaches a bucket here but through the gate and CloudFront',
  'AWS::SNS::Subscription': 'alarms go nowhere here',
  'AWS::SNS::Topic': 'alarms go nowhere here',
  'AWS::SNS::TopicPolicy': 'alarms go nowhere here',
  'AWS::SQS::QueuePolicy': 'lets EventBridge send to our queues, which the CDK grants with each rule',
};

/** The creator of a type; a type that nobody has thought about is an error. */
export function catalogue(services: Services): (type: string) => Creator {
  const creators = new Map(Object.entries(made).map(([type, make]) => [type, make(services)]));
  return type => {
    const creator = creators.get(type) ?? (type in leftOut ? leaveOut : undefined);
    if (creator === undefined) throw failure(`the local cloud does not know resources of the type ${type}`);
    return creator;
  };
}

const leaveOut: Creator = (_, position) => {
  const name = physicalName(position);
  return { ref: name, attributes: { Arn: `arn:aws:local:::${name}`, Id: name, TopicName: name } };
};

/** What a deployment runs once everything else stands. */
export const runsLast = (type: string): boolean => type === 'Custom::Trigger';
