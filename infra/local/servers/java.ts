/** Which Java runs DynamoDB Local, and what to do when it is missing or too old. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { failure } from '../failure.ts';

const needed = 17;

const install = [
  `Install Java ${needed} or newer and open a new terminal:`,
  '  macOS           brew install --cask temurin',
  '  Debian, Ubuntu  sudo apt install openjdk-21-jre-headless (or openjdk-17-jre-headless)',
  '  Fedora          sudo dnf install java-21-openjdk-headless',
  '  Windows         winget install EclipseAdoptium.Temurin.21.JRE',
].join('\n');

/** The Java of JAVA_HOME, or else the first on the path. */
export function javaCommand(): string {
  const home = process.env.JAVA_HOME;
  return home ? join(home, 'bin', 'java') : 'java';
}

/** Says why DynamoDB Local did not start: no Java, an old one, or its own last words. */
export async function explainJava(lastWords: string): Promise<string> {
  const version = await javaVersion();
  if (version === undefined) {
    return `DynamoDB Local needs Java ${needed} or newer; \`${javaCommand()}\` does not run.\n${install}`;
  }
  if (version < needed) {
    return `DynamoDB Local needs Java ${needed} or newer; \`${javaCommand()}\` is Java ${version}.\n${install}`;
  }
  return `DynamoDB Local did not start. Its last words:\n${lastWords}`;
}

/** Fails at once, before anything slow is begun, where there is no Java that runs DynamoDB Local. */
export async function requireJava(): Promise<void> {
  const version = await javaVersion();
  if (version === undefined || version < needed) throw failure(await explainJava(''));
}

/** The major version, of both spellings ("1.8.0_452" is 8); undefined when there is no Java that runs. */
async function javaVersion(): Promise<number | undefined> {
  const run = promisify(execFile);
  const said = await run(javaCommand(), ['-version']).then(
    ({ stdout, stderr }) => stdout + stderr,
    () => '',
  );
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(said) ?? [];
  if (first === undefined) return undefined;
  return first === '1' ? Number(second) : Number(first);
}
