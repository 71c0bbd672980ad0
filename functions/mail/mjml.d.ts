/** A template, compiled at build to minified HTML with its placeholders still in it. */
declare module '*.mjml' {
  const html: string;
  export default html;
}
