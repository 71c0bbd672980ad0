/** The CDK's own custom resources: what their Lambdas would do is done here. */
import * as z from 'zod/mini';
import { failure } from '../failure.ts';
import { type Created, creator } from '../template/deploy.ts';
import { ignored, number, tags } from './properties.ts';
import type { Services } from './services.ts';

const doneHere = ignored('what its Lambda does is done here');

const Trigger = z.strictObject({
  ServiceToken: doneHere,
  HandlerArn: z.string(),
  InvocationType: z._default(z.enum(['RequestResponse', 'Event', 'DryRun']), 'RequestResponse'),
  Timeout: z.optional(number),
  ExecuteOnHandlerChange: ignored('every start is a first deployment'),
});

/** A Lambda that the deployment itself runs; where it fails, the deployment fails. */
export const trigger = ({ lambda }: Services) =>
  creator(Trigger, async ({ HandlerArn, InvocationType }, position): Promise<Created> => {
    if (InvocationType === 'DryRun') return { ref: position.logicalId };
    const outcome = await lambda.invoke(HandlerArn, {});
    if (InvocationType === 'RequestResponse' && !outcome.ok) {
      const { errorType, errorMessage } = outcome.error;
      throw failure(`the Lambda it runs failed with ${errorType}: ${errorMessage}`);
    }
    return { ref: position.logicalId };
  });

const Parameter = z.strictObject({
  Name: z.string(),
  Value: z.string(),
  Type: z.literal('String'),
  Description: ignored('for people'),
  Tags: tags,
});

export const ssmParameter = ({ parameters }: Services) =>
  creator(Parameter, ({ Name, Value, Type }): Created => {
    parameters.set(Name, Value);
    return { ref: Name, attributes: { Value, Type } };
  });

const Reader = z.strictObject({
  ServiceToken: doneHere,
  ParameterName: z.string(),
  Region: ignored('there is one region here'),
  RefreshToken: ignored('every start reads anew'),
});

/** Brings the version of a Lambda@Edge function, which must be in us-east-1, to the stack that uses it. */
export const parameterReader = ({ parameters }: Services) =>
  creator(Reader, ({ ParameterName }, position): Created => {
    const value = parameters.get(ParameterName);
    if (value === undefined) throw failure(`The parameter ${ParameterName} does not exist`);
    return { ref: position.logicalId, attributes: { FunctionArn: value } };
  });
