/** The fields of an object: name, type, bounds; objects within objects indented. */
import { referenceTexts } from '../../texts/reference.ts';
import type { Schema } from './openapi.ts';
import classes from './operation.module.css';
import { boundsOf, typeOf } from './schema-words.ts';

export function Fields({ title, schema }: { title: string; schema: Schema }) {
  return (
    <>
      <h3>{title}</h3>
      <FieldList schema={schema} />
    </>
  );
}

export function FieldList({ schema }: { schema: Schema }) {
  return (
    <ul className={classes.fields}>
      {Object.entries(schema.properties ?? {}).map(([name, field]) => (
        <li key={name}>
          <code className={classes.field}>{name}</code> <TypeWords schema={field} />
          {schema.required?.includes(name) && (
            <span className={classes.required}> {referenceTexts.reference.required}</span>
          )}
          <Note schema={field} />
          {field.properties && <FieldList schema={field} />}
        </li>
      ))}
    </ul>
  );
}

export function TypeWords({ schema }: { schema: Schema }) {
  return (
    <span className={classes.type}>
      {typeOf(schema).map(({ text, shape }, at) =>
        shape ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a type never move
          <a key={at} href={`#shape-${shape}`}>
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </span>
  );
}

function Note({ schema }: { schema: Schema }) {
  const words = [schema.description, boundsOf(schema)].filter(Boolean).join(' · ');
  return words ? <span className={classes.note}>{words}</span> : null;
}
