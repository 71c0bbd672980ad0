/** What stands around the document: what is wrong, what will change, and what somebody else has changed. */
import { Button, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconUsers } from '@tabler/icons-react';
import { catalogueTexts as words } from '../../texts/catalogue.ts';
import { t } from '../../texts/texts.ts';
import classes from './catalogue.module.css';
import { type Changes, isNothing } from './catalogue-changes.ts';
import type { Fault } from './catalogue-document.ts';

/** Each leads to its line. */
export function Faults({ faults, fieldId }: { faults: readonly Fault[]; fieldId: string }) {
  if (faults.length === 0) return null;
  return (
    <div role="alert">
      <ul className={classes.faults}>
        {faults.map(fault => (
          <li key={`${fault.offset} ${fault.message}`}>
            <UnstyledButton className={classes.fault} onClick={() => goTo(fieldId, fault.offset)}>
              <IconAlertTriangle size={14} aria-hidden="true" />
              <span>
                <b>{words.faults.line(fault.line)}</b> {fault.message}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Selects from a place to the end of its line, and scrolls there. */
function goTo(fieldId: string, offset: number): void {
  const field = document.getElementById(fieldId);
  if (!(field instanceof HTMLTextAreaElement)) return;
  const end = field.value.indexOf('\n', offset);
  field.focus();
  field.setSelectionRange(offset, end < 0 ? field.value.length : end);
  const lines = field.value.split('\n').length;
  const line = field.value.slice(0, offset).split('\n').length;
  field.scrollTop = (field.scrollHeight * (line - 5)) / lines;
}

const kinds = ['retired', 'back', 'added', 'reworded'] as const satisfies (keyof Changes)[];

export function ChangeList({ changes }: { changes: Changes }) {
  return (
    <section className={classes.changes} aria-labelledby="catalogue-changes">
      <h2 id="catalogue-changes">{words.changes.title}</h2>
      {isNothing(changes) ? <p>{words.changes.otherwise}</p> : <Changed changes={changes} />}
    </section>
  );
}

function Changed({ changes }: { changes: Changes }) {
  return (
    <dl>
      {kinds
        .filter(kind => changes[kind].length > 0)
        .map(kind => (
          <div key={kind} data-kind={kind}>
            <dt>{words.changes[kind]}</dt>
            <dd>{changes[kind].join(', ')}</dd>
          </div>
        ))}
    </dl>
  );
}

export function ChangedByOthers({ changes, onTake }: { changes: Changes; onTake: () => void }) {
  return (
    <section className={classes.others} aria-labelledby="catalogue-others">
      <h2 id="catalogue-others">
        <IconUsers size={18} aria-hidden="true" />
        {t.meanwhile.title}
      </h2>
      <p>{words.others}</p>
      {isNothing(changes) ? <p>{words.changes.otherwise}</p> : <Changed changes={changes} />}
      <Button size="compact-sm" variant="default" onClick={onTake}>
        {t.meanwhile.take}
      </Button>
    </section>
  );
}

export function Retiring({ names }: { names: readonly string[] }) {
  return (
    <>
      <p>{words.retiring.lead}</p>
      <ul className={classes.retiring}>
        {names.map(name => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p>{words.retiring.again}</p>
    </>
  );
}
