/** All problems, by status. */
import { Link } from 'react-router';
import { problemKinds, problems } from '../../../shared/contract/problems.ts';
import { referenceTexts } from '../../texts/reference.ts';
import { PublicPage } from '../../ui/public-page.tsx';
import classes from './problems.module.css';

export function ProblemsPage() {
  return (
    <PublicPage title={referenceTexts.problems.index}>
      <div className={classes.page}>
        <h1>{referenceTexts.problems.index}</h1>
        <p className={classes.lead}>{referenceTexts.problems.indexLead}</p>
        <ul className={classes.list}>
          {problemKinds.map(kind => (
            <li key={kind}>
              <span className={classes.status}>{problems[kind].status}</span>
              <span>
                <Link to={`/problems/${kind}`}>{problems[kind].title}</Link>
                <code className={classes.kind}>{kind}</code>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </PublicPage>
  );
}
