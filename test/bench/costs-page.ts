/** The page about costs, written from what was measured. */
import type { Bench } from './bench.ts';
import { bulkPart } from './bulk-page.ts';
import type { Units } from './cloud-routes.ts';
import { importsPart } from './imports-page.ts';
import { organizationsPart } from './organizations-page.ts';
import { lambdaTenMilliseconds, perMillion } from './prices.ts';
import { sizesPart } from './sizes-page.ts';
import { table } from './table.ts';

type Route = Bench['routes'][number];

export function costsPage({ machine, bundles, routes, list, sizes, mail, ...many }: Bench): string {
  return `# What it costs

<!-- Written by \`npm run bench -- --write-docs\`: change the code, or test/bench/, and run it again. -->

This page is generated: \`npm run bench -- --write-docs\` measures and writes it. Counts, bytes and ratios hold
anywhere; times are those of the machine that measured (${machine.cpu.trim()}, ${machine.cores} cores, Node ${machine.node}).

## Requests

One request of each route, to a warm Lambda, watched where it leaves for AWS. *Trips* are calls to DynamoDB or Cognito
that had to wait for one another. Read units are DynamoDB Local's count, and what a batch asks for in vain, which it
forgets. Write units are computed from the sizes of the items before and after: each KB begun is one, two in a transaction, and each index in which something moves costs its
own. *Afterwards* is what subscribers do while nobody waits.

A read comes with the check of who asks: five items in one consistent round trip, beside the route's own.
Somebody's first request in five minutes also notes that they are active: one more trip, two write units.

${table(
  [
    'route',
    'Lambda',
    'trips',
    'read units',
    'write units',
    'Cognito calls',
    'afterwards: read / write units',
    '$ for a million',
  ],
  routes.map(route => [
    route.route,
    route.lambda,
    route.sequentialTrips,
    route.readUnits,
    route.writeUnits,
    route.cognito.length,
    `${route.afterwards.readUnits} / ${route.afterwards.writeUnits}`,
    dollars(route).toFixed(2),
  ]),
)}

The dollars are list prices of us-east-1, on demand: $${perMillion.readUnit} for a million read units and
$${perMillion.writeUnit} for write units, $${perMillion.gatewayRequest} for requests to the HTTP API, $${perMillion.lambdaRequest} for calls of a Lambda and $${perMillion.mail} for mails.
Every ten milliseconds in a Lambda cost $${lambdaTenMilliseconds.toFixed(2)} more. Cognito has its price for each user who is active in a
month; the bus, queues, logs and CloudFront have theirs.

## Our own time

The kernel and the use case, with a world that answers at once: as a multiple of what nobody can do without (parsing
the same request and writing the same answer as JSON), and of the smallest route.

${table(
  ['route', 'times bare JSON', 'times `get-health`'],
  routes.map(({ route, ownTime }) => [route, ownTime.timesBareJson, ownTime.timesHealth]),
)}

## Cold starts

What a Lambda loads before its first request. The import is measured in processor time, as a multiple of what an empty
handler takes in the same run.

${table(
  ['bundle', 'KB', 'times an empty handler'],
  bundles.map(({ name, bytes, import: cost }) => [
    name,
    (bytes / 1000).toFixed(1),
    cost?.timesEmptyHandler ?? 'runs in CloudFront',
  ]),
)}

## A long list

A page of ${list.limit} of ${list.users} users: ${list.dynamodb.join(' and ')}, ${list.sequentialTrips} trip, ${list.readUnits} read units.

On the machine that measured, with the whole local cloud around it, the gate that checks rights and DynamoDB Local
included: ${list.here.p50Milliseconds} ms (p50), and ${list.here.requestsPerSecond} requests a second over ${list.here.connections} connections. For orientation only, measured on
another machine with 10,000 users in SQLite: ${peersOf(list.peers)}.

${sizesPart(sizes)}

${organizationsPart(many.organizations)}

${bulkPart(many.bulk)}

${importsPart(many.imports)}

## A mail

No request waits for a mail. There, an invitation was answered ${mail.answered.median} ms after the click and in the mailbox after
${mail.inTheMailbox.median} ms (medians; ${mail.inTheMailbox.most} ms at the most).
`;
}

function dollars({ afterwards, ...own }: Route): number {
  const mails = Object.values(afterwards.calls)
    .flat()
    .filter(operation => operation === 'SendEmail').length;
  return (
    perMillion.gatewayRequest +
    perMillion.lambdaRequest * (1 + Object.keys(afterwards.calls).length) +
    unitDollars(own) +
    unitDollars(afterwards) +
    perMillion.mail * mails
  );
}

function unitDollars({ readUnits, writeUnits }: Units): number {
  return perMillion.readUnit * readUnits + perMillion.writeUnit * writeUnits;
}

function peersOf({ note: _, ...peers }: Bench['list']['peers']): string {
  return Object.entries(peers)
    .map(
      ([name, { p50Milliseconds, requestsPerSecond }]) =>
        `${name} ${p50Milliseconds} ms and ${requestsPerSecond}`,
    )
    .join(', ');
}
