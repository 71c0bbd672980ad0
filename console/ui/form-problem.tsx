/** What a form's request was refused for, as far as it does not stand at the fields already. */
import { problemOf } from '../api/problem.ts';
import { ProblemNotice } from './problem-notice.tsx';

type FormProblemProps = { form: { errors: object; unplaced: readonly string[] }; error: unknown };

export function FormProblem({ form, error }: FormProblemProps) {
  if (!error) return null;
  const problem = problemOf(error);
  const atFields = Object.keys(form.errors).length > 0;
  if (atFields && form.unplaced.length === 0) return null;
  const detail = form.unplaced.length > 0 ? form.unplaced.join(' ') : problem.detail;
  return <ProblemNotice problem={{ ...problem, detail }} />;
}
