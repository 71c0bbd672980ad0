/** The catalogue, as the operator keeps it. */
export const catalogueTexts = {
  title: 'Catalogue',
  lead: 'What the applications let people do. Every organization sees it, and gives its users permissions out of it.',
  edit: 'Edit',
  save: 'Save',
  saved: 'The catalogue was saved. Every organization sees it from now on.',
  discard: 'Your changes to the catalogue have not been saved.',
  count: (count: number) => (count === 1 ? '1 permission' : `${count} permissions`),
  retiredSince: 'Retired',
  empty: {
    title: 'The catalogue is empty',
    lead: 'Say which applications there are and what can be done in each, so that organizations can give it to their users.',
  },
  document: 'The whole catalogue, as JSON',
  documentWhy:
    'Applications with their permissions: key, name, and one sentence of explanation. What is left out is retired.',
  faults: {
    line: (line: number) => `Line ${line}:`,
    syntax: 'this is no JSON from here on. Look for a missing comma, quote or bracket.',
    document: 'the document',
    unknown: (keys: string) => `has ${keys}, which is not known here`,
    missing: 'is missing, or not what should stand there',
  },
  changes: {
    title: 'What Save will do',
    retired: 'Retired',
    back: 'Offered again',
    added: 'New',
    reworded: 'Reworded',
    otherwise: 'No permission is added, retired or reworded; names or order change.',
  },
  others:
    'This is what they did. Your text is still in the editor: saving it now puts it in place of theirs.',
  retiring: {
    title: (count: number) => (count === 1 ? 'Retire 1 permission?' : `Retire ${count} permissions?`),
    lead: 'Nobody can be given these any more, in any organization:',
    again: 'Whoever holds them keeps them, marked as retired. They are offered again if you put them back.',
    confirm: 'Retire and save',
  },
} as const;
