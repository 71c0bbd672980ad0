/** AWS's list prices in us-east-1, in dollars for a million. They change seldom; look again before you rely on them. */
export const perMillion = {
  readUnit: 0.125,
  writeUnit: 0.625,
  gatewayRequest: 1,
  lambdaRequest: 0.2,
  mail: 100,
} as const;

/** For a million requests, each ten milliseconds of a Lambda with 1 GB on arm64. */
export const lambdaTenMilliseconds = 0.0000133334 * 0.01 * 1_000_000;
