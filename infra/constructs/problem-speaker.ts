/** The function that gives the gateway's own refusals the body that all of ours have. */
import { experimental } from 'aws-cdk-lib/aws-cloudfront';
import { Code, type IVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { acceptRisks } from './accept.ts';
import { bundlePath } from './built.ts';

/** Lambda@Edge lives in us-east-1, whatever the region: elsewhere this makes a small stack there. No arm64, no settings. */
export function problemSpeaker(scope: Construct, { stage }: Settings): IVersion {
  const speaker = new experimental.EdgeFunction(scope, 'SpeakProblems', {
    stackId: `tenantry-${stage}-edge`,
    description: 'speak-problems',
    runtime: Runtime.NODEJS_24_X,
    code: Code.fromAsset(bundlePath(scope, 'speak-problems')),
    handler: 'index.handler',
  });
  if (speaker.lambda.role) {
    acceptRisks(speaker.lambda.role, {
      'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]':
        'It may write logs and nothing else, in whichever region it runs, under names that are not known before.',
    });
  }
  return speaker.currentVersion;
}
