/** One problem: the page that a problem document's `type` leads to. */
import { Link, useParams } from 'react-router';
import {
  type ProblemKind,
  problemDocument,
  problemKinds,
  problems,
} from '../../../shared/contract/problems.ts';
import { routeOf } from '../../../shared/contract/routes.ts';
import { referenceTexts } from '../../texts/reference.ts';
import { t } from '../../texts/texts.ts';
import { NotFound } from '../../ui/not-found.tsx';
import { PublicPage } from '../../ui/public-page.tsx';
import { answeredBy } from './answered-by.ts';
import classes from './problems.module.css';

export function ProblemKindPage() {
  const { kind: asked } = useParams();
  const kind = problemKinds.find(each => each === asked);
  if (kind) return <ProblemKindDetails kind={kind} />;
  return (
    <PublicPage title={t.notFound.title}>
      <NotFound />
    </PublicPage>
  );
}

function ProblemKindDetails({ kind }: { kind: ProblemKind }) {
  const { title, detail, status } = problems[kind];
  const example = problemDocument(kind, { requestId: '01kam3zq6hj8s5b0g4f2k9m7xv' });
  return (
    <PublicPage title={title}>
      <article className={classes.page}>
        <Link to="/problems" className={classes.back}>
          {referenceTexts.problems.all}
        </Link>
        <h1>{title}</h1>
        <p className={classes.lead}>{detail}</p>
        <dl className={classes.facts}>
          <dt>{referenceTexts.problems.status}</dt>
          <dd>{status}</dd>
          <dt>{referenceTexts.problems.type}</dt>
          <dd>
            <code>{`/problems/${kind}`}</code>
          </dd>
        </dl>
        <h2>{referenceTexts.problems.document}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre className={classes.code} tabIndex={0}>
          {JSON.stringify(example, null, 2)}
        </pre>
        <h2>{referenceTexts.problems.routes}</h2>
        <AnsweredBy kind={kind} />
      </article>
    </PublicPage>
  );
}

function AnsweredBy({ kind }: { kind: ProblemKind }) {
  const keys = answeredBy(kind);
  if (keys === 'every') return <p>{referenceTexts.problems.everyRoute}</p>;
  return (
    <ul className={classes.routes}>
      {keys.map(key => {
        const { method, path } = routeOf(key);
        return (
          <li key={key}>
            <Link to={`/reference#${key}`}>
              <code>
                {method} {path}
              </code>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
