/** Users out of a file: which file, whether those who are new are invited, and then it is sent and checked. */
import { Switch } from '@mantine/core';
import { IconFileTypeCsv, IconFileTypeXls } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { may, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { importsTexts } from '../../texts/imports.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { DiscardDialog, useUnsavedGuard } from '../../ui/unsaved.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ColumnsHelp } from './columns-help.tsx';
import classes from './new-import.module.css';
import { Sending } from './sending.tsx';
import { useUpload } from './use-upload.ts';

const words = importsTexts.fresh;

export function NewImportPage() {
  const { org = '' } = useParams();
  const actor = useActor(org);
  return actor && may(actor, 'users.import') ? <NewImport org={org} /> : <NotFound />;
}

function NewImport({ org }: { org: string }) {
  const [file, setFile] = useState<File>();
  const [sendInvitations, setSendInvitations] = useState(true);
  const { uploading, guard } = useGuardedUpload(org);
  const { send, stop, progress } = uploading;
  return (
    <Page title={words.title} before={<BackLink to={`/o/${org}/imports`}>{importsTexts.back}</BackLink>}>
      <p className={classes.lead}>{words.lead}</p>
      <div inert={send.isPending}>
        <Section title={words.file.title} lead={words.file.lead} actions={<Templates />}>
          <ChooseFile file={file} onFile={setFile} />
        </Section>
        <Section title={words.invitations.title} lead={words.invitations.lead}>
          <Switch
            label={words.invitations.label}
            description={sendInvitations ? words.invitations.on : words.invitations.off}
            checked={sendInvitations}
            onChange={event => setSendInvitations(event.currentTarget.checked)}
          />
        </Section>
      </div>
      <div className={classes.start}>
        {send.error && !send.isPending && <ProblemNotice problem={problemOf(send.error)} />}
        <Sending
          file={file}
          isSending={send.isPending}
          hasFailed={send.isError}
          progress={progress}
          onStart={() => {
            if (!file) return;
            guard.note(true);
            send.mutate({ file, sendInvitations }, { onSettled: () => guard.note(false) });
          }}
          onStop={() => {
            guard.note(false);
            stop();
          }}
        />
      </div>
      <ColumnsHelp />
      {guard.asking && (
        <DiscardDialog text={importsTexts.sending.leave} onKeep={guard.keep} onDiscard={guard.discard} />
      )}
    </Page>
  );
}

/** Leaving the page stops the upload, so it asks before. */
function useGuardedUpload(org: string) {
  const navigate = useNavigate();
  const guard = useUnsavedGuard(() => {});
  const uploading = useUpload(org, it => {
    guard.note(false);
    void navigate(`/o/${org}/imports/${it.id}`, { replace: true });
  });
  return { uploading, guard };
}

function Templates() {
  const { csv, xlsx, lead } = words.template;
  return (
    <span className={classes.templates}>
      <span className={classes.quiet}>{lead}</span>
      <a href="/templates/users.xlsx" download>
        <IconFileTypeXls size={18} stroke={1.5} aria-hidden="true" />
        {xlsx}
      </a>
      <a href="/templates/users.csv" download>
        <IconFileTypeCsv size={18} stroke={1.5} aria-hidden="true" />
        {csv}
      </a>
    </span>
  );
}
