/** Which resources of a stack need which others to stand first. */
import { failure } from '../failure.ts';
import type { Resource, Template } from './assembly.ts';
import { isObject } from './intrinsics.ts';

/** The logical ids in an order in which each comes after those it needs. Throws where they need each other. */
export function creationOrder(template: Template): string[] {
  const ordered = new Set<string>();
  const visit = (id: string, path: readonly string[]) => {
    if (ordered.has(id)) return;
    if (path.includes(id)) throw failure(`Resources need each other: ${[...path, id].join(' → ')}`);
    for (const needed of needsOf(id, template)) visit(needed, [...path, id]);
    ordered.add(id);
  };
  for (const id of Object.keys(template.Resources)) visit(id, []);
  return [...ordered];
}

/** The resources of the same stack that one resource names, in its properties or in `DependsOn`. */
export function needsOf(logicalId: string, template: Template): string[] {
  const resource = template.Resources[logicalId];
  if (resource === undefined) return [];
  const named = new Set([...declared(resource), ...referred(resource.Properties)]);
  return [...named].filter(id => id in template.Resources);
}

const declared = ({ DependsOn = [] }: Resource): string[] =>
  typeof DependsOn === 'string' ? [DependsOn] : DependsOn;

function referred(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referred);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (key === 'Ref' && typeof item === 'string') return [item];
    if (key === 'Fn::GetAtt') return [String(Array.isArray(item) ? item[0] : item).split('.')[0] ?? ''];
    if (key === 'Fn::Sub') return [...inPattern(Array.isArray(item) ? item[0] : item), ...referred(item)];
    return referred(item);
  });
}

const inPattern = (pattern: unknown): string[] =>
  Array.from(String(pattern).matchAll(/\$\{([^!}.]+)[^}]*\}/g), match => match[1] ?? '');
