/** How an HTTP API finds the route of a request: the most specific one that fits. */
export type RouteKey = {
  /** As the template and the Lambda's event say it: `GET /v1/users/{user}`, `ANY /{proxy+}` or `$default`. */
  readonly key: string;
};

type Match<R> = {
  readonly route: R;
  /** Percent-decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
};

export type Router<R> = (method: string, path: string) => Match<R> | undefined;

export function createRouter<R extends RouteKey>(routes: readonly R[]): Router<R> {
  const candidates = routes.map(route => ({ route, ...parse(route.key) })).sort(bySpecificity);
  return (method, path) => {
    const segments = path.split('/').slice(1);
    for (const { route, method: wanted, pattern } of candidates) {
      const pathParameters =
        wanted === 'ANY' || wanted === method ? parametersOf(pattern, segments) : undefined;
      if (pathParameters !== undefined) return { route, pathParameters };
    }
    return undefined;
  };
}

type Segment = { readonly kind: 'text' | 'parameter' | 'greedy'; readonly name: string };
type Parsed = { readonly method: string; readonly pattern: readonly Segment[] };

function parse(key: string): Parsed {
  if (key === '$default') return { method: 'ANY', pattern: [{ kind: 'greedy', name: '' }] };
  const [method = '', path = ''] = key.split(' ');
  const pattern = path
    .split('/')
    .slice(1)
    .map(segment => {
      const [, name, plus] = /^\{([^}+]+)(\+?)\}$/.exec(segment) ?? [];
      if (name === undefined) return { kind: 'text', name: segment } as const;
      return { kind: plus === '+' ? 'greedy' : 'parameter', name } as const;
    });
  return { method, pattern };
}

const RANK = { text: 0, parameter: 1, greedy: 2 };

/** Fixed text before a parameter before a greedy one, segment by segment; then a method before ANY; $default last. */
function bySpecificity(left: Parsed, right: Parsed): number {
  const length = Math.max(left.pattern.length, right.pattern.length);
  for (let index = 0; index < length; index += 1) {
    const [one, other] = [left.pattern[index], right.pattern[index]];
    const difference = (one ? RANK[one.kind] : 0) - (other ? RANK[other.kind] : 0);
    if (difference !== 0) return difference;
  }
  return Number(left.method === 'ANY') - Number(right.method === 'ANY') || nameless(left) - nameless(right);
}

const nameless = ({ pattern }: Parsed): number =>
  Number(pattern[0]?.kind === 'greedy' && pattern[0].name === '');

function parametersOf(
  pattern: readonly Segment[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const given = segments[index];
    if (segment.kind === 'greedy') {
      const rest = segments.slice(index).join('/');
      if (segment.name !== '') parameters[segment.name] = decodeURIComponent(rest);
      return segment.name === '' || rest !== '' ? parameters : undefined;
    }
    if (given === undefined || given === '' || (segment.kind === 'text' && segment.name !== given))
      return undefined;
    if (segment.kind === 'parameter') parameters[segment.name] = decodeURIComponent(given);
  }
  return pattern.length === segments.length ? parameters : undefined;
}
