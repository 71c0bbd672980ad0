/** The users of a list in a file: what it is to have, how far it is, and where it is. */
const users = (count: string) => (count === '1' ? '1 user' : `${count} users`);

export const exportsTexts = {
  title: 'Export users',
  scope: (count: string) =>
    count === '1'
      ? 'The one user that this list shows goes into the file.'
      : `All ${count} users that this list shows, on every page and in its order, go into the file.`,
  format: 'Format',
  formats: {
    csv: { name: 'CSV', why: 'For other programs. Text in UTF-8, with commas.' },
    xlsx: { name: 'Excel workbook', why: 'For Excel, Numbers, LibreOffice and Google Sheets.' },
  },
  columns: 'Columns',
  choices: {
    shown: 'As in the list',
    all: (count: string) => `All ${count}`,
    allWhy: 'Everything that the list knows of a user, also their ids.',
  },
  start: 'Export',
  writing: (count: string) => `${users(count)} written so far. You can close this window; it goes on.`,
  waiting: 'Getting started. You can close this window; it goes on.',
  progress: 'Progress of the export',
  done: (count: string) => `The file is ready: ${users(count)}.`,
  kept: 'It can be downloaded for a day, then it is gone.',
  careful: 'It has personal data. Keep it where nobody else finds it.',
  download: 'Download',
  another: 'New export',
  failed: 'The export failed.',
};
