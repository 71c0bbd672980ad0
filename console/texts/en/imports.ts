/** Users out of a file: what it may have, what its rows come to, and what has become of them. */
import type { ImportState, RowOutcome } from '../../../shared/contract/imports.ts';

const one = (count: string) => count === '1';
const rows = (count: string) => (one(count) ? '1 row' : `${count} rows`);
const users = (count: string) => (one(count) ? '1 user' : `${count} users`);

/** "This, that and those". */
const listed = (all: readonly string[]) =>
  all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all.join();

export const importsTexts = {
  list: {
    lead: 'Files of users from the last seven days. After that they are gone, with what was in them.',
    label: 'Imports',
    columns: {
      file: 'File',
      state: 'State',
      outcome: 'What it comes to',
      by: 'Started by',
      started: 'Started',
    },
    empty: {
      title: 'No file was imported lately',
      lead: 'Create and change many users at once with a CSV file or an Excel workbook.',
    },
    start: 'Import users',
  },
  states: {
    'awaiting-file': 'Not uploaded',
    checking: 'Checking',
    'needs-columns': 'Columns to choose',
    checked: 'Checked',
    committed: 'Confirmed',
    cancelled: 'Discarded',
    failed: 'Failed',
  } satisfies Record<ImportState, string>,
  outcomes: { create: 'Create', update: 'Update', unchanged: 'Unchanged', error: 'Error' } satisfies Record<
    RowOutcome,
    string
  >,

  /** Over those rows. */
  filters: { create: 'Create', update: 'Update', unchanged: 'Unchanged', error: 'Errors' } satisfies Record<
    RowOutcome,
    string
  >,

  fresh: {
    title: 'Import users',
    lead: 'Create and change many users with one file. It is checked first, row by row, and nothing happens until you have seen what it comes to.',
    file: {
      title: 'File',
      lead: 'A table with a row for each user. An export of users fits as it is.',
      drop: 'Drop a file here, or choose one.',
      dropNow: 'Drop it here',
      choose: 'Choose a file',
      limits: (megabytes: string, most: string) =>
        `CSV or Excel workbook (.xlsx), up to ${megabytes} MB and ${most} rows.`,
      other: 'Choose another',
      remove: 'Remove the file',
    },
    template: {
      lead: 'Or begin with a template: it has all columns and an example.',
      csv: 'Template as CSV',
      xlsx: 'Template for Excel',
    },
    invitations: {
      title: 'Invitations',
      lead: 'For users that the file creates. Those who are here already get no mail.',
      label: 'Send invitations',
      on: 'Each new user gets a mail with a link, in the language of their row, when the file is imported.',
      off: 'New users are created silently. Their invitations can be sent later, from the list of users.',
    },
    start: 'Upload and check',
    hint: 'Nobody is created or changed yet.',
    columns: { title: 'What the columns take', column: 'Column', takes: 'What it takes' },
  },
  unfit: {
    'wrong-kind': {
      title: 'Not a kind of file that can be read here',
      detail: 'Save the table as CSV or as an Excel workbook (.xlsx), and choose that.',
    },
    'other-workbook': {
      title: 'A workbook of another kind',
      detail: 'Open it, save it as an Excel workbook (.xlsx), and choose that.',
    },
    'too-large': {
      title: 'The file is too large',
      detail: 'A file may have 50 MB. Split it, and import one part after the other.',
    },
    empty: { title: 'The file is empty', detail: 'Choose one that has headings and at least one row.' },
  },
  sending: {
    label: 'Upload',
    sent: (sent: string, all: string) => `${sent} of ${all} uploaded`,
    taking: 'Uploaded. The check begins…',
    stop: 'Stop the upload',
    leave: 'The upload is not finished. If you leave now, it stops, and nothing is imported.',
  },
  notSent: {
    network: {
      title: 'The upload did not get through',
      detail: 'Check your connection and try again. If the file was changed since, choose it once more.',
    },
    late: {
      title: 'The upload was not taken',
      detail: 'Its place is kept for five minutes, and that is over. Try again: a new one is made.',
    },
    'too-large': {
      title: 'The file is too large',
      detail: 'A file may have 50 MB. Split it, and import one part after the other.',
    },
  },

  facts: {
    by: 'Started by',
    started: 'Started',
    file: 'File',
    formats: { csv: 'CSV', xlsx: 'Excel workbook' },
    invitations: 'Invitations',
    sent: 'Sent to new users',
    notSent: 'Not sent',
    columns: 'Columns',
    taken: (taken: string, all: string) => `${taken} of ${all} taken`,
    kept: 'Kept until',
    change: 'Change',
    changeInvitations: 'Change whether invitations are sent',
    changeColumns: 'Change what the columns are',
  },
  back: 'Imports & jobs',
  again: 'Import another file',
  startOver: 'Start over',
  discard: 'Discard',

  awaiting: {
    title: 'The file has not arrived',
    lead: 'The upload is still going on in another window, or it was broken off. Then start over.',
  },
  checking: {
    label: 'Check of the file',
    title: 'The file is being checked',
    begins: 'Opening the file…',
    rows: (count: string) => `${rows(count)} checked so far`,
    leave: 'You can leave the page: it goes on. Nobody is created or changed yet.',
    cancel: 'Cancel the check',
  },
  columns: {
    title: 'What are these columns?',
    unknown: (count: string) =>
      one(count)
        ? 'The heading of one column is not known. Say what it is, or leave it out.'
        : `The headings of ${count} columns are not known. Say what each is, or leave it out.`,
    change: 'Each column of the file, and what it is taken for. The file is checked again with them.',
    table: 'Columns of the file',
    heading: 'In the file',
    nameless: 'No heading',
    samples: 'For example',
    noSamples: '–',
    takenFor: 'Taken for',
    takenForOf: (heading: string) => `What “${heading}” is taken for`,
    leaveOut: 'Leave out',
    notTaken: (heading: string) => `${heading} (not taken)`,
    twice: (other: string) => `So is “${other}”: choose one of them.`,
    nobody: 'Without ID and Email nobody can be found: each row would be an error.',
    unknownMark: 'Not known',
    check: 'Check the file',
    cancel: 'Back',
  },
  plan: {
    rows,
    short: {
      create: count => `${count} new`,
      update: count => `${count} changed`,
      unchanged: count => `${count} unchanged`,
      error: count => `${count} with errors`,
    } satisfies Record<RowOutcome, (count: string) => string>,
    does: (what: readonly string[]) => `Importing it ${listed(what)}.`,
    create: (count: string) => `creates ${users(count)}`,
    update: (count: string) => `changes ${users(count)}`,
    leftOut: (count: string) => `leaves out ${rows(count)} with errors`,
    commit: (count: string) => `Import ${users(count)}`,
    commitNothing: 'Import',
    nothing: 'There is nothing to import: no row creates or changes anybody.',
    nothingButErrors: 'There is nothing to import. Mend the rows with errors, and import the file again.',
    ask: {
      title: (count: string) => (one(count) ? 'Leave out 1 row?' : `Leave out ${count} rows?`),
      lead: (count: string) =>
        one(count)
          ? 'It has errors and is not imported. You can download it, mend it, and import it later.'
          : 'They have errors and are not imported. You can download them, mend them, and import them later.',
      keep: 'Not now',
    },
    report: { name: 'Report', label: 'Download report' },
    errorRows: { name: 'Rows with errors', label: 'Download rows with errors' },
    again: 'Check again…',
    filter: 'Rows by what they come to',
    all: 'All',
    table: 'Rows of the file',
    columns: { who: 'Row and user', outcome: 'Outcome', what: 'What changes, or what is wrong' },
    row: (number: string) => `Row ${number}`,
    nobody: 'Nobody named',
    before: 'from',
    after: 'to',
    nothingThere: '(empty)',
    noRows: { title: 'No row comes to this', lead: 'Choose another outcome above the table.' },
    noRowsAtAll: { title: 'The file has no rows', lead: 'It has headings, and nothing below them.' },
  },
  recheck: {
    title: 'Check again',
    lead: 'The file is checked anew, against the users as they are now.',
    confirm: 'Check again',
  },
  run: {
    leave: 'You can leave the page: it goes on.',
    paused: 'Nothing happens until it is resumed. What was done stays.',
    cancel: 'Cancel…',
    ask: {
      title: 'Cancel the import?',
      lead: (left: string) =>
        one(left)
          ? '1 user is not imported any more. Those who were created or changed stay as they are.'
          : `${users(left)} are not imported any more. Those who were created or changed stay as they are.`,
      confirm: 'Cancel the import',
      keep: 'Let it go on',
    },
    all: (count: string) => (one(count) ? '1 user was imported.' : `All ${count} users were imported.`),
    some: (done: string, total: string) => `${done} of ${users(total)} were imported.`,
    skipped: (count: string) =>
      one(count)
        ? '1 was so already by then and was skipped.'
        : `${count} were so already by then and were skipped.`,
    cancelled: 'The rest was called off.',
    stopped: 'It did not get to its end.',
    each: 'What became of each',
    users: 'Go to users',
  },
  notIn: {
    title: (count: string) => (one(count) ? '1 row did not get in' : `${count} rows did not get in`),
    lead: 'Download them: each has its reason beside it, in the last columns. Mend them in the file, and import that; those columns may stay.',
    writing: 'The file of these rows is being written…',
    download: 'Download the rows',
    upload: 'Upload the mended file',
  },
  failed: { title: 'The file could not be checked', again: 'Check again' },
  cancelled: {
    title: 'This import was discarded',
    lead: 'Nobody was created or changed.',
  },
  gone: {
    title: 'This import is not here',
    lead: 'Files and what came of them are kept for seven days. Or the link is not right, or it is not yours to see.',
  },
} as const;
