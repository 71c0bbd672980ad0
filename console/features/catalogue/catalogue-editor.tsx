/** The catalogue as a document to edit: what is wrong stands with its line, and what will become of it below. */
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import { catalogueTexts as words } from '../../texts/catalogue.ts';
import { t } from '../../texts/texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { DiscardDialog, useUnsavedGuard } from '../../ui/unsaved.tsx';
import classes from './catalogue.module.css';
import { changesBetween } from './catalogue-changes.ts';
import { documentOf, readDocument } from './catalogue-document.ts';
import { ChangedByOthers, ChangeList, Faults, Retiring } from './editor-notes.tsx';
import { usePutCatalogue } from './use-put-catalogue.ts';

type EditorProps = { catalogue: Catalogue; onDone: () => void };

export function CatalogueEditor({ catalogue, onDone }: EditorProps) {
  const guard = useUnsavedGuard(onDone);
  const [text, setText] = useState(() => documentOf(catalogue));
  const [asking, setAsking] = useState(false);
  const put = usePutCatalogue(catalogue, guard.closeNow);
  const read = readDocument(text);
  const changes = read.ok ? changesBetween(put.base, read.value) : undefined;
  const isUnchanged = text === documentOf(put.base);
  const faults = read.ok ? put.faultsIn(text) : read.faults;
  const write = (next: string) => {
    setText(next);
    guard.note(next !== documentOf(put.base));
  };
  const save = () => {
    setAsking(false);
    if (read.ok) put.save(read.value, text);
  };
  return (
    <div className={classes.editor}>
      {put.problem && <ProblemNotice problem={put.problem} />}
      {put.theirs && <ChangedByOthers changes={put.theirs} onTake={() => write(documentOf(put.base))} />}
      <Textarea
        id="catalogue-document"
        label={words.document}
        description={words.documentWhy}
        value={text}
        onChange={event => write(event.currentTarget.value)}
        classNames={{ input: classes.document }}
        error={faults.length > 0}
        spellCheck={false}
        autoComplete="off"
        rows={24}
      />
      <Faults faults={faults} fieldId="catalogue-document" />
      {changes && !isUnchanged && <ChangeList changes={changes} />}
      <div className={classes.deeds}>
        <Button variant="default" onClick={guard.close}>
          {t.cancel}
        </Button>
        <Button
          disabled={!read.ok || isUnchanged}
          loading={put.isSaving}
          onClick={() => (changes && changes.retired.length > 0 ? setAsking(true) : save())}
        >
          {words.save}
        </Button>
      </div>
      {asking && changes && (
        <Dialog
          title={words.retiring.title(changes.retired.length)}
          confirm={words.retiring.confirm}
          danger
          onConfirm={save}
          onClose={() => setAsking(false)}
        >
          <Retiring names={changes.retired} />
        </Dialog>
      )}
      {guard.asking && <DiscardDialog text={words.discard} onKeep={guard.keep} onDiscard={guard.discard} />}
    </div>
  );
}
