/** The API's reference, drawn from the OpenAPI document that the API itself serves. */
import { Skeleton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { referenceTexts } from '../../texts/reference.ts';
import { t } from '../../texts/texts.ts';
import { ProblemPage } from '../../ui/problem-notice.tsx';
import { PublicPage } from '../../ui/public-page.tsx';
import { byTag, type Document, operationsOf, search } from './openapi.ts';
import operationClasses from './operation.module.css';
import { OperationView } from './operation-view.tsx';
import classes from './reference.module.css';
import { Shapes } from './shapes.tsx';

export function ReferencePage() {
  const openapi = useQuery(queries.openapi());
  return (
    <PublicPage title={referenceTexts.reference.title}>
      {openapi.error && <ProblemPage problem={problemOf(openapi.error)} onRetry={() => openapi.refetch()} />}
      {!openapi.data && !openapi.error && <Waiting />}
      {openapi.data && <Reference document={openapi.data as Document} />}
    </PublicPage>
  );
}

function Reference({ document }: { document: Document }) {
  const [words, setWords] = useState('');
  const groups = byTag(document, search(operationsOf(document), words));
  const found = groups.reduce((sum, [, operations]) => sum + operations.length, 0);
  useAnchor();
  return (
    <div className={classes.layout}>
      <nav className={classes.contents} aria-label={referenceTexts.reference.routes}>
        {groups.map(([tag, operations]) => (
          <div key={tag}>
            <h2>{tag}</h2>
            {operations.map(({ id, method, summary }) => (
              <a key={id} href={`#${id}`} className={classes.entry}>
                <span className={operationClasses.method} data-method={method}>
                  {method}
                </span>
                {summary}
              </a>
            ))}
          </div>
        ))}
      </nav>
      <div className={classes.content}>
        <header className={classes.header}>
          <h1>{referenceTexts.reference.title}</h1>
          <p>{referenceTexts.reference.lead}</p>
          <p className={classes.about}>{document.info?.description?.replaceAll('`', '')}</p>
          <TextInput
            className={classes.search}
            type="search"
            aria-label={referenceTexts.reference.search}
            placeholder={referenceTexts.reference.search}
            leftSection={<IconSearch size={16} aria-hidden="true" />}
            value={words}
            onChange={event => setWords(event.currentTarget.value)}
          />
          <p role="status" className={classes.found}>
            {words &&
              (found === 0 ? referenceTexts.reference.none(words) : referenceTexts.reference.found(found))}
          </p>
        </header>
        {groups.map(([tag, operations]) => (
          <section key={tag} aria-label={tag}>
            {operations.map(operation => (
              <OperationView key={operation.id} operation={operation} />
            ))}
          </section>
        ))}
        {!words && <Shapes schemas={document.components?.schemas ?? {}} />}
      </div>
    </div>
  );
}

/** A link into the page was followed before there was anything to scroll to. */
function useAnchor() {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [hash]);
}

function Waiting() {
  return (
    <div className={classes.waiting} role="status" aria-label={t.loading}>
      <Skeleton height={36} width={240} />
      <Skeleton height={20} width="60%" />
      <Skeleton height={240} radius="lg" />
      <Skeleton height={240} radius="lg" />
    </div>
  );
}
