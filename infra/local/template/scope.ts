/** What the intrinsic functions of one stack can see: its resources, its parameters, others' exports. */
import { failure } from '../failure.ts';
import type { Stack } from './assembly.ts';
import type { StandingResource } from './deploy.ts';
import { isObject, NO_VALUE, resolve, type Scope } from './intrinsics.ts';

export type Exports = Map<string, string>;

export function scopeOf(stack: Stack, standing: Map<string, StandingResource>, exported: Exports): Scope {
  const { template, place } = stack;
  const pseudo: Record<string, unknown> = {
    'AWS::AccountId': place.account,
    'AWS::Region': place.region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.name,
    'AWS::StackId': `arn:aws:cloudformation:${place.region}:${place.account}:stack/${stack.name}/local`,
    'AWS::NoValue': NO_VALUE,
  };

  const standingResource = (id: string) => {
    const resource = standing.get(id);
    if (resource === undefined) throw failure(`${id} is neither a resource nor a parameter of ${stack.name}`);
    return resource;
  };

  const scope: Scope = {
    ref(name) {
      if (name in pseudo) return pseudo[name];
      return name in template.Parameters ? template.Parameters[name]?.Default : standingResource(name).ref;
    },
    attribute(id, name) {
      const { attributes = {}, type } = standingResource(id);
      if (!(name in attributes)) throw failure(`The attribute ${name} of ${id} (${type}) is not known here`);
      return attributes[name];
    },
    imported(name) {
      const value = exported.get(name);
      if (value === undefined) throw failure(`No stack that stands exports ${name}`);
      return value;
    },
    condition: name => resolve(template.Conditions[name], scope) === true,
    mapping(path) {
      const found = path.reduce<unknown>(
        (at, key) => (isObject(at) ? at[key] : undefined),
        template.Mappings,
      );
      if (found === undefined) throw failure(`The template maps nothing at ${path.join('.')}`);
      return found;
    },
  };
  return scope;
}
