/** Sends a file and has it checked. Trying again begins anew, because a place for a file runs out; what has arrived stays. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ImportView } from '../../../shared/contract/imports.ts';
import { call } from '../../api/api.ts';
import { uploadFile } from '../../api/upload.ts';
import { importsTexts } from '../../texts/imports.ts';
import { showImport } from './show-import.ts';

type Wish = { file: File; sendInvitations: boolean };

/** @param onChecking told of the import when its file has arrived and is being checked */
export function useUpload(org: string, onChecking: (it: ImportView) => void) {
  const client = useQueryClient();
  const [progress, setProgress] = useState(0);
  const under = useRef<AbortController>(undefined);
  const arrived = useRef<{ file: File; id: string }>(undefined);
  useEffect(() => () => under.current?.abort(), []);

  const send = useMutation({
    mutationFn: async ({ file, sendInvitations }: Wish) => {
      setProgress(0);
      under.current = new AbortController();
      const { signal } = under.current;
      if (arrived.current?.file !== file)
        arrived.current = { file, id: await bring(org, file, { onProgress: setProgress, signal }) };
      return call('check-import', { org, import: arrived.current.id, sendInvitations });
    },
    onSuccess: async it => {
      await showImport(client, org, it);
      onChecking(it);
    },
  });
  return {
    ...{ progress, send },
    stop: () => {
      under.current?.abort();
      send.reset();
    },
  };
}

type Under = { onProgress: (done: number) => void; signal: AbortSignal };

/** The id of the import whose file has arrived. */
async function bring(org: string, file: File, under: Under): Promise<string> {
  const started = await call('start-import', { org, fileName: file.name }, { signal: under.signal });
  const { id } = started.import;
  try {
    await uploadFile({ ...started.upload, file, ...under, refusal });
    return id;
  } catch (thrown) {
    // Nobody is to wait for a file that does not come.
    call('cancel-import', { org, import: id }).catch(() => {});
    throw thrown;
  }
}

function refusal(status: number) {
  const { late, network, 'too-large': tooLarge } = importsTexts.notSent;
  if (status === 403) return late;
  return status === 400 || status === 413 ? tooLarge : network;
}
