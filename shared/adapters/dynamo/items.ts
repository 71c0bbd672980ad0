/** Between entities and items: what is stored is parsed on the way in, and never gains or loses a fact. */
import { Entity } from '../../domain/model.ts';
import type { Ref } from '../../domain/refs.ts';
import { indexAttributes } from './indexes.ts';
import { type Key, keyOf } from './keys.ts';

export type Item = Record<string, unknown>;

export function itemOf(entity: Entity): Item {
  return { ...keyOf(entity), ...indexAttributes(entity), ...entity };
}

/** An item that does not read as an entity is damage or a bug, never something to guess about. */
export function entityOf(item: Item): Entity {
  return Entity.parse(item);
}

/** By which an item is told from all others. */
export function nameOf({ pk, sk }: { pk?: unknown; sk?: unknown }): string {
  return `${pk}|${sk}`;
}

/** Each once, since a batch may not name one twice. */
export function uniqueKeys(refs: readonly Ref[]): Key[] {
  return [...new Map(refs.map(ref => [nameOf(keyOf(ref)), keyOf(ref)])).values()];
}

/** The attributes in which two states of one entity differ: to write, and to remove. */
export function attributeChanges(before: Entity, after: Entity): { set: Item; remove: string[] } {
  const [old, fresh] = [itemOf(before), itemOf(after)];
  const changed = Object.keys({ ...old, ...fresh }).filter(
    name => JSON.stringify(old[name]) !== JSON.stringify(fresh[name]),
  );
  return {
    set: Object.fromEntries(
      changed.filter(name => fresh[name] !== undefined).map(name => [name, fresh[name]]),
    ),
    remove: changed.filter(name => fresh[name] === undefined),
  };
}
