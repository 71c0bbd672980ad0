/** Custom roles, groups and projects of somebody, each picked by a part of its name. */
import { useQuery } from '@tanstack/react-query';
import type { UserView } from '../../../shared/contract/users.ts';
import { accessQueries } from '../../api/access-queries.ts';
import { permissionTexts } from '../../texts/permissions.ts';
import { usersTexts } from '../../texts/users.ts';
import { PickSeveral } from '../../ui/pick-several.tsx';
import type { Choice } from '../../ui/search-choices.ts';
import type { Givable } from './givable.ts';
import type { RightsProps } from './rights-section.tsx';
import { holdsAllBy, nothingGiven, rightsOf } from './rights-values.ts';

const words = permissionTexts.editor;

export function Picks(props: RightsProps & { can: Givable }) {
  const { form, org, user, can, fixed } = props;
  const before = user ? rightsOf(user) : nothingGiven;
  const roles = useQuery(accessQueries.customRoles(org)).data?.items;
  const groups = useQuery(accessQueries.allGroups(org)).data;
  const had = (list: readonly string[], id: string) => list.includes(id);
  const roleChoices = roles?.map(role => ({
    value: role.id,
    label: role.name,
    ...refused(had(before.customRoles, role.id) || can.customRole(role), role.description, words.notHeldRole),
  }));
  const groupChoices = groups?.map(group => ({
    value: group.id,
    label: group.name,
    ...refused(
      had(before.groups, group.id) || can.group(group, roles ?? []),
      group.description,
      words.notHeldGroup,
    ),
  }));
  const common = { disabled: fixed !== undefined, removeLabel: words.remove };
  return (
    <>
      {!holdsAllBy(form.values.role) && (
        <PickSeveral
          {...common}
          {...form.several('customRoles')}
          label={usersTexts.userLabels.customRoles}
          description={words.customRolesWhy}
          placeholder={hintFor(roleChoices, words.nothingThere.customRoles)}
          choices={withKnown(roleChoices, user?.customRoles)}
          nothing={words.noCustomRole}
        />
      )}
      <PickSeveral
        {...common}
        {...form.several('groups')}
        label={usersTexts.userLabels.groups}
        description={words.groupsWhy}
        placeholder={hintFor(groupChoices, words.nothingThere.groups)}
        choices={withKnown(groupChoices, user?.groups)}
        nothing={words.noGroup}
      />
      <Projects {...props} />
    </>
  );
}

/** Only for the role user. */
function Projects({ form, org, user, fixed }: RightsProps) {
  const isForThem = form.values.role === 'user';
  const projects = useQuery({ ...accessQueries.allProjects(org), enabled: isForThem }).data;
  const choices = projects?.map(({ id, name, description }) => ({
    value: id,
    label: name,
    hint: description,
  }));
  const { value, ...field } = form.several('projects');
  return (
    <PickSeveral
      {...field}
      value={isForThem ? value : []}
      label={usersTexts.userLabels.projects}
      description={isForThem ? words.projectsWhy : words.projectsForUsers}
      placeholder={isForThem ? hintFor(choices, words.nothingThere.projects) : undefined}
      choices={isForThem ? withKnown(choices, user?.projects) : []}
      disabled={fixed !== undefined || !isForThem}
      nothing={words.noProject}
      removeLabel={words.remove}
    />
  );
}

function refused(can: boolean, hint: string | undefined, why: string): Pick<Choice, 'hint' | 'disabled'> {
  return can ? { hint } : { hint: why, disabled: true };
}

function hintFor(choices: readonly Choice[] | undefined, nothing: string): string {
  return choices?.length === 0 ? nothing : words.search;
}

/** What they have is called by its name at once, before the others have come. */
function withKnown(
  choices: readonly Choice[] | undefined,
  known: UserView['groups' | 'customRoles' | 'projects'] = [],
): Choice[] {
  const missing = known.filter(({ id }) => !choices?.some(({ value }) => value === id));
  return [...(choices ?? []), ...missing.map(({ id, name }) => ({ value: id, label: name }))];
}
