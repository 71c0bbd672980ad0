/** The variables that Lambda itself sets for a function. */
import type { FunctionDefinition } from './lambda.ts';

/** The developer's own AWS profile must not leak in. */
const noProfile = { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' };

export function lambdaVariables({
  name,
  handler,
  runtime,
  memorySize,
}: FunctionDefinition): Record<string, string> {
  return {
    ...noProfile,
    PATH: process.env.PATH ?? '',
    TZ: ':UTC',
    _HANDLER: handler,
    AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memorySize),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  };
}
