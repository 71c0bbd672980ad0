/** Granting content to a group: what an application knows by a type and an id. */
import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type GroupView, PutContent } from '../../../shared/contract/groups.ts';
import { problemOf } from '../../api/problem.ts';
import { groupsTexts } from '../../texts/groups.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notify } from '../../ui/notices.tsx';
import { useContent } from './use-content.ts';

type AddProps = { org: string; group: GroupView; onClose: () => void };

const words = groupsTexts.contents.adding;
const empty = { type: '', id: '', name: '' };

export function AddContentDialog({ org, group, onClose }: AddProps) {
  const { grant, showAgain } = useContent({ org, group });
  const trimmed = ({ type, id, name }: typeof empty) => ({ type: type.trim(), id: id.trim(), name });
  const form = useContractForm({
    initial: empty,
    schema: PutContent,
    body: values => ({ org, group: group.id, ...trimmed(values) }),
    labels: words.labels,
    send: values => adding.mutate(values),
    about: { 'beyond-own-access': 'id' },
  });
  const adding = useMutation({
    mutationFn: (values: typeof empty) => grant(trimmed(values)),
    onSuccess: ({ name }) => {
      showAgain();
      onClose();
      notify(words.done(name, group.name));
    },
    onError: thrown => form.show(problemOf(thrown)),
  });
  return (
    <Dialog
      title={words.title(group.name)}
      confirm={words.submit}
      busy={adding.isPending}
      form={form.props}
      onClose={onClose}
    >
      <FormProblem form={form} error={adding.error} />
      <p>{words.lead}</p>
      <TextInput
        {...form.text('type')}
        label={words.labels.type}
        description={words.typeWhy}
        autoComplete="off"
        autoCapitalize="none"
        data-autofocus
      />
      <TextInput {...form.text('id')} label={words.labels.id} description={words.idWhy} autoComplete="off" />
      <TextInput
        {...form.text('name')}
        label={words.labels.name}
        description={words.nameWhy}
        autoComplete="off"
      />
    </Dialog>
  );
}
