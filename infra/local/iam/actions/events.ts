/** EventBridge: each event that is put is an action on its bus. */
import { arnOf, type Mapped, type MapWorld, type Need, need } from '../needs.ts';

type Entry = { readonly EventBusName?: string; readonly Source?: string; readonly DetailType?: string };

export function mapEvents(operation: string, input: object, { place }: MapWorld): Mapped {
  if (operation !== 'PutEvents') return { operation, needs: undefined };
  const { Entries = [] } = input as { Entries?: readonly Entry[] };
  const needs = Entries.map(({ EventBusName = 'default', Source = '', DetailType = '' }) =>
    need('events:PutEvents', arnOf(place, 'events', 'event-bus/', EventBusName), {
      'events:source': [Source],
      'events:detail-type': [DetailType],
    }),
  );
  return { operation, needs: distinct(needs) };
}

function distinct(needs: readonly Need[]): readonly Need[] {
  return [...new Map(needs.map(each => [JSON.stringify(each), each])).values()];
}
