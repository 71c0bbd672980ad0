/** Everything that resources of the template are made in. */
import type { Gate } from '../iam/gate.ts';
import type { HttpApis } from '../runtime/gateway/http-apis.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Servers } from '../servers/start-servers.ts';
import type { Assembly } from '../template/assembly.ts';

export type Services = Runtime & {
  readonly assembly: Assembly;
  readonly servers: Servers;
  readonly gate: Gate;
  readonly httpApis: HttpApis;
  /** An SSM parameter's value, by its name. */
  readonly parameters: Map<string, string>;
  /** Where a stream is on this machine, by its ARN. */
  readonly localStreams: Map<string, string>;
};
