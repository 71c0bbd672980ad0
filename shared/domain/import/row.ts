/** A row of a plan, as it is shown. */
import type { ImportRowView } from '../../contract/imports.ts';
import type { PlannedRow } from '../model-plans.ts';

export function viewRow({
  number,
  outcome,
  user,
  create,
  name,
  email,
  changes,
  errors,
}: PlannedRow): ImportRowView {
  // Whoever is created has an id already, and is nobody's yet.
  return { number, outcome, name, email, changes, errors, ...(!create && { user }) };
}
