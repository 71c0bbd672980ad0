/** Of what may be long, as much as is shown beside other things; by whole characters. */
export function shortened(text: string, most = 80): string {
  const characters = [...text.slice(0, 2 * most)];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
