/** The paged lists of the directory, in memory. */
import type { Entity, EntityOf, EntityType } from '../../shared/domain/model.ts';
import type { DirectoryReader, List, Page, PageQuery } from '../../shared/ports/directory.ts';
import type { Store } from './fake-store.ts';

export function fakePages(store: Store): DirectoryReader['list'] {
  return async <L extends List>(list: L, { limit, descending, after }: PageQuery) => {
    const direction = descending ? -1 : 1;
    const placed = store
      .all(list.of)
      .filter(entity => isIn(list, entity))
      .map(entity => ({ entity, at: positionOf(entity) }))
      .sort((a, b) => (a.at < b.at ? -direction : direction))
      .filter(({ at }) => after === undefined || (descending ? at < after : at > after));
    const page = placed.slice(0, limit);
    const items = page.map(({ entity }) => entity);
    const positions = page.map(({ at }) => at);
    return { items, positions, ...(placed.length > limit && { next: positions.at(-1) }) } as Page<L['of']>;
  };
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function isIn({ of: _, ...asked }: List, entity: EntityOf<EntityType>): boolean {
  const { beginning = '', ...place }: { beginning?: string; organization?: string } = asked;
  const facts = entity as Record<string, unknown>;
  const isNamed = folded(String(facts.name ?? '')).startsWith(folded(beginning));
  return (
    isNamed && Object.entries(place).every(([fact, value]) => value === undefined || facts[fact] === value)
  );
}

function positionOf(entity: Entity): string {
  switch (entity.type) {
    case 'group':
    case 'project':
    case 'organization':
      return `${folded(entity.name)}#${entity.id}`;
    case 'job':
    case 'export':
    case 'import':
      return entity.id;
    case 'day':
      return entity.day;
    case 'assignment':
      return entity.user;
    case 'content-grant':
      return `${entity.contentType}#${entity.contentId}`;
    case 'job-slice':
      return String(entity.number).padStart(4, '0');
    default:
      throw new Error(`There is no list of ${entity.type}`);
  }
}
