/** The named shapes that routes take and answer. */

import { referenceTexts } from '../../texts/reference.ts';
import { FieldList, TypeWords } from './fields.tsx';
import type { Schema } from './openapi.ts';
import classes from './operation.module.css';

export function Shapes({ schemas }: { schemas: Record<string, Schema> }) {
  return (
    <section aria-labelledby="shapes">
      <h2 id="shapes" className={classes.shapes}>
        {referenceTexts.reference.shapes}
      </h2>
      {Object.entries(schemas).map(([name, schema]) => (
        <article key={name} id={`shape-${name}`} className={classes.shape}>
          <h3>{name}</h3>
          {schema.properties ? <FieldList schema={schema} /> : <TypeWords schema={schema} />}
        </article>
      ))}
    </section>
  );
}
