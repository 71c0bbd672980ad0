/** Runs in CloudFront before the console's files are looked up: every address that is no file shows the one page. */

/** The part of CloudFront's event that is used; @types/aws-lambda knows Lambda@Edge alone. */
type ViewerRequest = { uri: string };

export function handler(event: { readonly request: ViewerRequest }): ViewerRequest {
  const { request } = event;
  const lastPart = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (!lastPart.includes('.')) request.uri = '/index.html';
  return request;
}
