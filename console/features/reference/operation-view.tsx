/** One route: what it takes, what it answers, and an example to copy. */
import { Link } from 'react-router';
import { referenceTexts } from '../../texts/reference.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { curlOf } from './curl.ts';
import { Fields, TypeWords } from './fields.tsx';
import type { Answer, Operation, Parameter, Schema } from './openapi.ts';
import classes from './operation.module.css';

export function OperationView({ operation }: { operation: Operation }) {
  const { id, method, path, summary, parameters, body, answers } = operation;
  const example = answers.find(answer => answer.example !== undefined)?.example;
  return (
    <article id={id} className={classes.operation} aria-labelledby={`${id}-title`}>
      <div className={classes.description}>
        <h2 id={`${id}-title`}>
          <a href={`#${id}`}>{summary}</a>
        </h2>
        <p className={classes.path}>
          <span className={classes.method} data-method={method}>
            {method}
          </span>
          <code>{path}</code>
        </p>
        <p className={classes.facts}>{factsOf(operation).join(' · ')}</p>
        {parameters.length > 0 && (
          <Fields title={referenceTexts.reference.parameters} schema={asSchema(parameters)} />
        )}
        {body && <Fields title={referenceTexts.reference.body} schema={body} />}
        <Answers answers={answers} />
      </div>
      <div className={classes.examples}>
        <CodeBlock
          label={referenceTexts.reference.example}
          code={curlOf(operation, window.location.origin)}
        />
        {example !== undefined && (
          <CodeBlock label={referenceTexts.reference.answers} code={JSON.stringify(example, null, 2)} />
        )}
      </div>
    </article>
  );
}

function factsOf({ needsToken, parameters }: Operation): string[] {
  const headers = parameters.filter(({ in: place }) => place === 'header').map(({ name }) => name);
  return [needsToken ? referenceTexts.reference.signedIn : referenceTexts.reference.public, ...headers];
}

/** Parameters read like the fields of an object. */
function asSchema(parameters: Parameter[]): Schema {
  const described = ({ schema, description }: Parameter): Schema => ({ ...schema, description });
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(parameter => [parameter.name, described(parameter)])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  };
}

function Answers({ answers }: { answers: Answer[] }) {
  return (
    <>
      <h3>{referenceTexts.reference.answers}</h3>
      <dl className={classes.answers}>
        {answers.map(({ status, schema, problems }) => (
          <div key={status}>
            <dt data-good={status.startsWith('2')}>{status}</dt>
            <dd>
              {schema && <TypeWords schema={schema} />}
              {problems.map(kind => (
                <Link key={kind} to={`/problems/${kind}`}>
                  {kind}
                </Link>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
