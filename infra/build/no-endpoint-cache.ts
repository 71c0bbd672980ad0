/** Stands in for `@aws-sdk/endpoint-cache`, which DynamoDB's client makes and, having one address, never asks. */
export function EndpointCache() {}
