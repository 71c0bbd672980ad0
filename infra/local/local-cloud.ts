/** What `startLocalCloud` takes and gives. */
import type { Clock } from './clock.ts';
import type { GateCall } from './iam/gate.ts';
import type { Outcome } from './runtime/lambda-messages.ts';
import type { LogLine } from './runtime/logs.ts';
import type { Ports } from './servers/ports.ts';
import type { Template } from './template/assembly.ts';
import type { StandingResource } from './template/deploy.ts';

export type CloudOptions = {
  /** The cloud assembly to run. Without one the product is built and its own is synthesised. */
  readonly assembly?: string;
  /** From `choosePorts`; any that are free unless said. */
  readonly ports?: Ports;
  /** Changes a stack's template before it runs, in place: to see what fails without a permission. */
  readonly templatePatch?: (template: Template, stack: string) => void;
  /** Where each function's log file goes; without it logs are only kept in memory. */
  readonly logDirectory?: string;
  readonly progress?: (step: string) => void;
  /** Told what went wrong in the background, where nobody waits for an answer. Printed to stderr unless said. */
  readonly warn?: (message: string) => void;
  /** Told when a server dies that nobody stopped: the cloud is of no use any more. */
  readonly onDeath?: (detail: string) => void;
  /** Told every call of a Lambda to an AWS service. */
  readonly onCall?: (call: GateCall) => void;
  /** While it says so, those calls are told with the capacity that DynamoDB says they consumed. */
  readonly countCapacity?: () => boolean;
  /** Awaited before each call is answered, so that calls which are sent together overlap on the busiest machine. */
  readonly delay?: () => Promise<void>;
  /** Ends the start before its time; what was started is stopped. */
  readonly signal?: AbortSignal;
};

export type LocalCloud = {
  /** As `http://localhost:4000`. */
  readonly console: string;
  /** The API's base, `/v1` included. */
  readonly api: string;
  /** The mailbox's page, and what `listMails` and `emptyMailbox` want. */
  readonly mailbox: string;
  readonly clock: Clock;
  /** Runs a schedule now, whenever it is due. Rejects when its Lambda fails. Any name that `find` knows serves. */
  runSchedule(name: string): Promise<void>;
  /** Calls a Lambda as AWS would; one that fails is an outcome, no rejection. */
  invoke(functionName: string, payload: unknown): Promise<Outcome>;
  /** Gives the newest stream records, 100 batches of them, to their Lambdas once more, as AWS may do at any time. */
  redeliverStreams(): Promise<void>;
  /** Runs something, and no Lambda is told of what is written meanwhile: whoever does this writes what follows, too. */
  unfollowed<T>(run: () => Promise<T>): Promise<T>;
  /** Whether a Lambda that follows a table is told of what is written from now on. */
  follow(functionName: string, follows: boolean): Promise<void>;
  /** Resolves once everything that was written before the call has been taken up and has run its course. */
  settled(): Promise<void>;
  /** What the Lambdas printed so far. */
  logs(): readonly LogLine[];
  /** For clients of AWS's SDK that may do everything. */
  readonly aws: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  /** What all Lambdas together are told, with an administrator's keys: for scripts that open the product's ports. */
  readonly environment: Readonly<Record<string, string>>;
  /** The one resource of this type with this physical name, logical id, or end of a construct path. */
  find(type: string, name: string): StandingResource;
  /** Each stack's outputs, as `tenantry-production-web.ConsoleUrl`. */
  readonly outputs: Readonly<Record<string, string>>;
  stop(): Promise<void>;
};
