/** Sets words into a template: `{{name}}` is a word, `{{#name}}…{{/name}}` stays only where there is such a word. */

export type Words = Readonly<Record<string, string | undefined>>;

/**
 * What a word says is never read as template again, so whatever people write stays text.
 * Throws for a name that `words` lacks: a slip in a template or a letter, found by rendering it once.
 */
export function fillTemplate(template: string, words: Words, write: (word: string) => string): string {
  return keepBlocks(template, words).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    if (!Object.hasOwn(words, name))
      throw new Error(`A mail's template asks for {{${name}}}, which has no words.`);
    return write(words[name] ?? '');
  });
}

/** Blocks may stand in blocks. */
function keepBlocks(template: string, words: Words): string {
  return template.replace(/\{\{#(\w+)\}\}\n?([\s\S]*?)\{\{\/\1\}\}\n?/g, (_, name: string, block: string) =>
    words[name] === undefined ? '' : keepBlocks(block, words),
  );
}

export function asHtml(word: string): string {
  return word.replace(/[&<>"'\n]/g, character => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '<br>',
};

/** Only quotations have several lines, and in plain text each of them is marked as one. */
export function asText(word: string): string {
  return word.replaceAll('\n', '\n> ');
}
