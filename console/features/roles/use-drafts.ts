/** Changes of several roles, collected and saved together: each on the version that was seen. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PermissionKey } from '../../../shared/contract/catalogue.ts';
import type { CustomRoleView } from '../../../shared/contract/custom-roles.ts';
import { call } from '../../api/api.ts';
import { type Problem, problemOf } from '../../api/problem.ts';
import { roleTexts as words } from '../../texts/roles.ts';
import type { Meanwhile } from '../../ui/meanwhile.ts';
import { notify } from '../../ui/notices.tsx';
import {
  type Draft,
  type Drafts,
  onTheirs,
  permissionsIn,
  renamed,
  type Switches,
  turned,
  without,
  withPermissions,
} from './drafts.ts';
import { dropRole, showRole } from './role-cache.ts';

/** What somebody else has saved of a role meanwhile, or why it was not saved. */
export type Held = { role: CustomRoleView; changes?: Meanwhile<Switches>[]; problem?: Problem };

type Outcome = { saved: CustomRoleView } | { gone: CustomRoleView } | { draft: Draft; held: Held };

export function useDrafts(org: string, onChange: (dirty: boolean) => void) {
  const client = useQueryClient();
  const [drafts, setDrafts] = useState<Drafts>({});
  const [held, setHeld] = useState<Held[]>([]);
  const put = (after: Drafts) => {
    setDrafts(after);
    onChange(Object.keys(after).length > 0);
  };
  const save = useMutation({
    mutationFn: async () => {
      const outcomes: Outcome[] = [];
      for (const draft of Object.values(drafts)) outcomes.push(await saveOne(org, draft));
      return outcomes;
    },
    onSuccess: outcomes => {
      const open = outcomes.filter(outcome => 'held' in outcome);
      put(Object.fromEntries(open.map(({ draft }) => [draft.base.id, draft])));
      setHeld(open.map(outcome => outcome.held));
      for (const { draft } of open) void showRole(client, org, draft.base);
      for (const outcome of outcomes) tell(outcome);
      const saved = outcomes.filter(outcome => 'saved' in outcome).map(outcome => outcome.saved);
      if (saved.length > 0) notify(words.changes.saved(saved.map(({ name }) => name).join(', ')));
    },
  });
  const tell = (outcome: Outcome) => {
    if ('saved' in outcome) void showRole(client, org, outcome.saved);
    if (!('gone' in outcome)) return;
    void dropRole(client, org, outcome.gone.id);
    notify(words.changes.gone(outcome.gone.name));
  };
  return {
    count: Object.keys(drafts).length,
    held,
    isSaving: save.isPending,
    baseOf: (role: CustomRoleView) => drafts[role.id]?.base ?? role,
    permissionsOf: (role: CustomRoleView) => permissionsIn(drafts, role),
    turn: (role: CustomRoleView, key: PermissionKey) => put(turned(drafts, role, key)),
    set: (role: CustomRoleView, keys: readonly PermissionKey[]) => put(withPermissions(drafts, role, keys)),
    onRenamed: (role: CustomRoleView) => put(renamed(drafts, role)),
    onDeleted: (role: CustomRoleView) => put(without(drafts, role.id)),
    save: () => save.mutate(),
    discard: () => {
      put({});
      setHeld([]);
    },
  };
}

export type EditedRoles = ReturnType<typeof useDrafts>;

/** Where others have changed none of its permissions, it is saved on theirs. */
async function saveOne(org: string, draft: Draft): Promise<Outcome> {
  const { base, permissions } = draft;
  try {
    const input = { org, role: base.id, permissions: [...permissions] };
    return { saved: await call('edit-custom-role', input, { version: base.version }) };
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem.kind === 'not-found') return { gone: base };
    return problem.kind === 'stale-version'
      ? againOnTheirs(org, draft)
      : { draft, held: { role: base, problem } };
  }
}

async function againOnTheirs(org: string, draft: Draft): Promise<Outcome> {
  try {
    const theirs = await call('get-custom-role', { org, role: draft.base.id });
    const { draft: together, meanwhile } = onTheirs(draft, theirs);
    if (meanwhile.length === 0) return saveOne(org, together);
    return { draft: together, held: { role: theirs, changes: meanwhile } };
  } catch (thrown) {
    const problem = problemOf(thrown);
    return problem.kind === 'not-found'
      ? { gone: draft.base }
      : { draft, held: { role: draft.base, problem } };
  }
}
