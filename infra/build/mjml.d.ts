/** The part of MJML 5 that the build uses; the package brings no types of its own. */
declare module 'mjml' {
  export interface Node {
    readonly line: number;
    readonly absoluteFilePath: string;
    readonly children?: readonly Node[];
    /** What went wrong with an `mj-include` here. */
    readonly errors?: readonly { readonly type: string }[];
  }
  export interface Options {
    readonly filePath?: string;
    readonly actualPath?: string;
    readonly fonts?: Readonly<Record<string, string>>;
    readonly ignoreIncludes?: boolean;
    readonly keepComments?: boolean;
    readonly minify?: boolean;
    readonly minifyOptions?: { readonly minifyCss?: false };
  }
  export interface Result {
    readonly html: string;
    readonly json: Node;
    /** With file and line in each message. */
    readonly errors: readonly { readonly formattedMessage: string }[];
  }
  export default function mjml2html(mjml: string, options?: Options): Promise<Result>;
}
