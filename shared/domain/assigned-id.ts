import * as z from 'zod/mini';
import { GroupId, ProjectId, RoleId } from '../contract/ids.ts';

/** What users can be in, or have. */
export const AssignedId = z.union([GroupId, RoleId, ProjectId]);
export type AssignedId = z.output<typeof AssignedId>;
