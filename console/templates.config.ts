/** The files to begin an import with, made when the console is built: the same headings and words as its pages have. */
import type { Plugin } from 'vite';
import { templateFiles } from '../shared/adapters/sheets/templates.ts';
import { takenColumns, userHeadings } from '../shared/contract/user-columns.ts';
import { importColumnsTexts } from './texts/en/import-columns.ts';

const { title, columns, rules } = importColumnsTexts;

/** In English alone, as the headings are: programs read them, too. */
const made = () =>
  templateFiles(
    takenColumns.map(column => userHeadings[column]),
    takenColumns.map(column => columns[column].example),
    {
      title,
      lines: [...rules, '', ...takenColumns.map(each => `${userHeadings[each]}: ${columns[each].takes}`)],
    },
  );

/** Where the pages lead to them. */
const path = /^\/templates\/users\.(csv|xlsx)$/;

export function templates(): Plugin {
  return {
    name: 'templates',
    async generateBundle() {
      for (const [format, source] of Object.entries(await made()))
        this.emitFile({ type: 'asset', fileName: `templates/users.${format}`, source });
    },
    configureServer: ({ middlewares }) => {
      middlewares.use(async (request, response, next) => {
        const [, format] = path.exec(request.url ?? '') ?? [];
        if (format !== 'csv' && format !== 'xlsx') return next();
        response.end((await made())[format]);
      });
    },
  };
}
