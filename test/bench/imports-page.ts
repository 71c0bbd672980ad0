/** What an import takes, as a part of the page about costs. */
import type { CheckedFile, DoneFile, MeasuredImports } from './imports.ts';
import { heap, type LambdaRun, requestsToTables } from './lambda.ts';
import { rounded } from './statistics.ts';
import { table } from './table.ts';

/** What others took for 10,000 rows, in seconds: measured on another machine. */
const peer = 'Directus 11 takes 22 to 31 s, in one request and without a report';

/** More than this is a fault. */
const most = { ratio: 1.5, megabytes: 256 };

export function importsPart({ done, checked }: MeasuredImports): string {
  const [{ rows } = { rows: 0 }] = done;
  return `## An import

A file of ${inWords(rows)} people whom nobody knows yet, with names, address, role and permissions, is checked and then committed without
mails: by the Lambdas as they are deployed, each in a process of its own with a heap of ${heap.megabytes} MB, against DynamoDB Local and
an S3 beside them. *Bare* are the very transactions of the commit, encoded already, sent one after the other to tables of
the same design: in turns with the commit, so that what else the machine does meets both. The ratios are of check and
commit together to that; up to ${most.ratio} is as it should be. That of processor time counts DynamoDB Local’s, too, and
nothing of what else the machine does.

${table(
  [
    'file',
    'check: rows a second',
    'commit: rows a second',
    'bare: rows a second',
    'ratio of time',
    'ratio of processor time',
    'requests to DynamoDB for a row: check',
    'commit',
    'most memory: check',
    'commit',
  ],
  done.map(file => [
    file.format.toUpperCase(),
    ...[file.check, file.commit, file.bare].map(({ milliseconds }) => aSecond(file.rows, milliseconds)),
    ...ratiosOf(file),
    ...[file.check, file.commit].map(run => rounded(requestsToTables(run) / file.rows)),
    ...[file.check, file.commit].map(megabytes),
  ]),
)}

${done.map(whereItGoes).join('\n\n')}

From the click to the end that is ${done.map(inSeconds).join(' and ')}. For orientation only, measured on another machine with
SQLite: ${peer}.
${checked.length > 0 ? largest(checked) : ''}`;
}

function largest(checked: readonly CheckedFile[]): string {
  const [{ rows } = { rows: 0 }] = checked;
  return `
The largest files, of ${inWords(rows)} rows, are checked within ${most.megabytes} MB:

${table(
  ['file', 'MB', 'check: rows a second', 'requests to DynamoDB for a row', 'most memory'],
  checked.map(({ format, bytes, check }) => [
    format.toUpperCase(),
    rounded(bytes / 1e6),
    aSecond(rows, check.milliseconds),
    rounded(requestsToTables(check) / rows),
    megabytes(check),
  ]),
)}
`;
}

/** Of check and commit together to the same writes bare: of the time it took, and of processor time. */
export function ratiosOf({ check, commit, bare }: Pick<DoneFile, 'check' | 'commit' | 'bare'>) {
  const ratio = (of: 'milliseconds' | 'processor') => rounded((check[of] + commit[of]) / bare[of]);
  return [ratio('milliseconds'), ratio('processor')] as const;
}

function whereItGoes({ format, check, commit, bare }: DoneFile): string {
  const whole = check.milliseconds + commit.milliseconds;
  const share = (milliseconds: number) => `${Math.round((100 * milliseconds) / whole)} %`;
  const [write] = [commit.requests.TransactWriteItems ?? { count: 0, milliseconds: 0 }];
  return `Of ${format.toUpperCase()} the check is ${share(check.milliseconds)} of the time, and waiting for the commit’s ${write.count} transactions ${share(write.milliseconds)}; bare, they take ${share(bare.milliseconds)}.`;
}

function inSeconds({ format, check, commit }: DoneFile): string {
  return `${rounded((check.milliseconds + commit.milliseconds) / 1000)} s for ${format.toUpperCase()}`;
}

const aSecond = (rows: number, milliseconds: number) => rounded(rows / (milliseconds / 1000));
const megabytes = ({ peakMemory }: LambdaRun) => Math.round(peakMemory / 1024 ** 2);
const inWords = (count: number) => count.toLocaleString('en');
