/** The questions about an application, and its secret, which is shown once. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CreateApiClient } from '../../../shared/contract/clients.ts';
import { useMe } from '../../api/actor.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { apiClientsTexts } from '../../texts/api-clients.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useContractForm } from '../../ui/form.ts';
import { formatMinutes } from '../../ui/format.ts';
import { notify } from '../../ui/notices.tsx';
import type { ApiClient, Asked, WithSecret } from './use-client-deeds.ts';

type DialogProps = { org: string; ask: (asked: Asked) => void; onClose: () => void };

export function ClientDialogs({ asked, ...props }: DialogProps & { asked: Asked }) {
  switch (asked.deed) {
    case 'create':
      return <CreateDialog {...props} />;
    case 'rotate':
      return <RotateDialog {...props} client={asked.client} />;
    case 'remove':
      return <RemoveDialog {...props} client={asked.client} />;
    case 'show-secret':
      return <SecretDialog client={asked.client} onClose={props.onClose} />;
  }
}

/** The list is read again, and the secret is shown in place of the question. */
function useShowSecret({ org, ask }: DialogProps) {
  const client = useQueryClient();
  return (made: WithSecret) => {
    void client.invalidateQueries({ queryKey: queries.apiClients(org).queryKey });
    ask({ deed: 'show-secret', client: made });
  };
}

function CreateDialog(props: DialogProps) {
  const { org, onClose } = props;
  const words = apiClientsTexts.create;
  const show = useShowSecret(props);
  const form = useContractForm({
    initial: { name: '' },
    schema: CreateApiClient,
    body: ({ name }) => ({ org, name }),
    labels: { name: words.label },
    send: ({ name }) => create.mutate(name),
  });
  const create = useMutation({
    mutationFn: (name: string) => call('create-api-client', { org, name }),
    onSuccess: show,
    onError: thrown => form.show(problemOf(thrown)),
  });
  const problem = create.error && !form.errors.name ? problemOf(create.error) : undefined;
  return (
    <Dialog
      title={words.title}
      confirm={words.confirm}
      busy={create.isPending}
      problem={problem}
      form={form.props}
      onClose={onClose}
    >
      <p>{words.lead}</p>
      <TextInput {...form.text('name')} label={words.label} autoComplete="off" data-autofocus />
    </Dialog>
  );
}

const hour = 60;
const overlaps = [24 * hour, hour, 7 * 24 * hour];

function RotateDialog({ client, ...props }: DialogProps & { client: ApiClient }) {
  const words = apiClientsTexts.rotation;
  const [overlapMinutes, setOverlap] = useState(24 * hour);
  const show = useShowSecret(props);
  const rotate = useMutation({
    mutationFn: () => call('rotate-api-client', { org: props.org, client: client.id, overlapMinutes }),
    onSuccess: show,
  });
  return (
    <Dialog
      title={words.title(client.name)}
      confirm={words.confirm}
      busy={rotate.isPending}
      problem={rotate.error ? problemOf(rotate.error) : undefined}
      onConfirm={() => rotate.mutate()}
      onClose={props.onClose}
    >
      <p>{words.lead}</p>
      <NativeSelect
        label={words.label}
        value={String(overlapMinutes)}
        onChange={event => setOverlap(Number(event.currentTarget.value))}
        data={[
          ...overlaps.map(minutes => ({ value: String(minutes), label: formatMinutes(minutes) })),
          { value: '0', label: words.atOnce },
        ]}
      />
    </Dialog>
  );
}

function RemoveDialog({ org, client, onClose }: DialogProps & { client: ApiClient }) {
  const words = apiClientsTexts.removal;
  const cache = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call('delete-api-client', { org, client: client.id }),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: queries.apiClients(org).queryKey });
      onClose();
      notify(words.done(client.name));
    },
  });
  return (
    <Dialog
      title={words.title(client.name)}
      confirm={words.confirm}
      danger
      busy={remove.isPending}
      problem={remove.error ? problemOf(remove.error) : undefined}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{words.lost}</p>
    </Dialog>
  );
}

function SecretDialog({ client, onClose }: { client: WithSecret; onClose: () => void }) {
  const words = apiClientsTexts.secret;
  const { person } = useMe();
  const example = [
    `curl ${window.location.origin}/v1/auth/token \\`,
    `  -u ${client.id}:${client.secret} \\`,
    '  -d grant_type=password \\',
    `  --data-urlencode username=${person.email} \\`,
    "  --data-urlencode password='…'",
  ].join('\n');
  return (
    <Dialog
      title={words.title(client.name)}
      confirm={words.kept}
      cancel={null}
      onConfirm={onClose}
      onClose={onClose}
    >
      <p>{words.lead}</p>
      <CodeBlock label={words.label} code={client.secret} />
      <CodeBlock label={words.example} code={example} />
    </Dialog>
  );
}
