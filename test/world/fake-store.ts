/** What is stored, by name: as text, so that nobody shares an object with it, and parsed on the way out. */
import type { PersonId } from '../../shared/contract/ids.ts';
import { Counters, Entity, type EntityOf, type EntityType } from '../../shared/domain/model.ts';
import { type Ref, ref, refOf } from '../../shared/domain/refs.ts';

export type Store = {
  load<T extends EntityType>(of: Ref<T>): EntityOf<T> | undefined;
  save(entity: Entity): void;
  drop(of: Ref): void;
  all<T extends EntityType>(type: T): EntityOf<T>[];
  /** As they were saved. */
  stored(): Entity[];
};

export function openStore(): Store {
  const texts = new Map<string, string>();
  const stored = () => [...texts.values()].map(text => JSON.parse(text) as Entity);
  return {
    stored,
    load: <T extends EntityType>(of: Ref<T>) => {
      const text = texts.get(nameOf(of));
      return text === undefined ? undefined : (Entity.parse(JSON.parse(text)) as EntityOf<T>); // by its name
    },
    save: entity => texts.set(nameOf(refOf(entity)), JSON.stringify(entity)),
    drop: of => texts.delete(nameOf(of)),
    all: <T extends EntityType>(type: T) =>
      [...texts]
        .filter(([name]) => name.startsWith(`["${type}"`))
        .map(([, text]) => Entity.parse(JSON.parse(text)) as EntityOf<T>),
  };
}

export function countersOf(store: Store, organization: Counters['organization']): Counters {
  return store.load(ref.counters(organization)) ?? Counters.parse({ type: 'counters', organization });
}

/** The facts that name an entity: a user's person is its id, a reservation's person is not part of its name. */
const naming = {
  organization: ['id'],
  counters: ['organization'],
  person: ['id'],
  user: ['organization', 'id'],
  email: ['email'],
  username: ['organization', 'username'],
  link: ['hash'],
  session: ['person', 'id'],
  claim: ['key'],
  answer: ['key'],
  'personal-answer': ['person', 'key'],
  views: ['person', 'organization'],
  'api-client': ['organization', 'id'],
  'api-client-owner': ['id'],
  quota: ['organization', 'name'],
  attempts: ['bucket'],
  catalogue: [],
  application: ['key'],
  policy: ['organization'],
  group: ['organization', 'id'],
  'external-id': ['organization', 'externalId'],
  project: ['organization', 'id'],
  assignment: ['organization', 'to', 'user'],
  content: ['organization', 'contentType', 'contentId'],
  'content-grant': ['organization', 'group', 'contentType', 'contentId'],
  job: ['organization', 'id'],
  'job-slice': ['organization', 'job', 'number'],
  export: ['organization', 'id'],
  import: ['organization', 'id'],
  day: ['organization', 'day'],
  coverage: ['organization'],
} as const satisfies Record<EntityType, readonly string[]>;

export function nameOf(of: { type: EntityType }): string {
  const facts: Record<string, unknown> = of;
  return JSON.stringify([of.type, ...naming[of.type].map(name => facts[name])]);
}

/** Whom an entity goes with; undefined where it is nobody's alone. */
export function keptWith(entity: Entity): PersonId | undefined {
  const names: readonly string[] = naming[entity.type];
  return names.includes('person') && 'person' in entity ? entity.person : undefined;
}
