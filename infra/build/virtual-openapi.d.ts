/** The contract as an OpenAPI document, made while the code around it is built. */
declare module 'virtual:openapi' {
  const document: Readonly<Record<string, unknown>>;
  export default document;
}
