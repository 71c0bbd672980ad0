/** The catalogue to read: each application, and what can be done in it. */
import type {
  Catalogue,
  CatalogueApplication,
  CataloguePermission,
} from '../../../shared/contract/catalogue.ts';
import { catalogueTexts as words } from '../../texts/catalogue.ts';
import { Day } from '../../ui/time.tsx';
import classes from './catalogue.module.css';

export function CatalogueView({ catalogue }: { catalogue: Catalogue }) {
  return (
    <div className={classes.applications}>
      {catalogue.applications.map(application => (
        <Application key={application.key} application={application} />
      ))}
    </div>
  );
}

function Application({ application: { key, name, permissions } }: { application: CatalogueApplication }) {
  const offered = permissions.filter(({ retiredAt }) => !retiredAt);
  const retired = permissions.filter(({ retiredAt }) => retiredAt);
  return (
    <section className={classes.application} aria-labelledby={`application-${key}`}>
      <header>
        <h2 id={`application-${key}`}>{name}</h2>
        <code>{key}</code>
        <span className={classes.count}>{words.count(offered.length)}</span>
      </header>
      <ul className={classes.permissions}>
        {[...offered, ...retired].map(permission => (
          <Permission key={permission.key} permission={permission} />
        ))}
      </ul>
    </section>
  );
}

function Permission({ permission }: { permission: CataloguePermission }) {
  const { key, name, explanation, retiredAt } = permission;
  return (
    <li data-retired={retiredAt ? true : undefined}>
      <span className={classes.name}>
        {name}
        {retiredAt && (
          <span className={classes.retired}>
            {words.retiredSince} <Day time={retiredAt} />
          </span>
        )}
      </span>
      <code>{key}</code>
      <span className={classes.explanation}>{explanation}</span>
    </li>
  );
}
