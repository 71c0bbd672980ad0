/** The HTTP API itself, before it has any route: where it answers, how much at once, and what it notes down. */
import { Fn, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** One line a request. The route, not the path: neither ids nor query strings have a place in a log. */
const logLine = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  lambdaMilliseconds: '$context.integrationLatency',
  bytes: '$context.responseLength',
  refusal: '$context.authorizer.error',
  error: '$context.integrationErrorMessage',
};

export class Gateway extends Construct {
  readonly api: HttpApi;
  /** Host name alone, for whoever stands in front. */
  readonly host: string;

  constructor(scope: Construct, id: string, { settings }: { readonly settings: Settings }) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { apiName: `tenantry-${settings.stage}`, createDefaultStage: false });
    this.host = Fn.select(2, Fn.split('/', this.api.apiEndpoint));
    const logGroup = new LogGroup(this, 'Log', {
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      // For all callers together: a bound on what a flood can cost.
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(JSON.stringify(logLine)),
      },
    });
  }
}
