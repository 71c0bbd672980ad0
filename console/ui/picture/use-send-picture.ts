/** Sends the square: asks where to, uploads it, and has it taken. Trying again begins anew, because a place runs out. */

import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { requestError } from '../../api/problem.ts';
import { uploadFile } from '../../api/upload.ts';
import { pictureTexts } from '../../texts/picture.ts';
import type { PictureDialogProps } from '../picture-dialog.tsx';
import type { Lie, Media } from './crop-geometry.ts';
import { cutOut } from './cut-out.ts';
import type { OpenedPicture } from './open-picture.ts';

export type Sending = ReturnType<typeof useSendPicture>;

type Cut = { opened: OpenedPicture; media: Media; lie: Lie };

export function useSendPicture({ begin, set, onDone }: Pick<PictureDialogProps, 'begin' | 'set' | 'onDone'>) {
  const [progress, setProgress] = useState(0);
  const stop = useStop();
  const send = useMutation({
    mutationFn: async ({ opened, media, lie }: Cut) => {
      setProgress(0);
      const cut = await cutOut(opened.image, { type: opened.type, media, lie });
      if (!cut) throw requestError({ kind: 'unexpected', ...pictureTexts.uncut, errors: [] });
      const { upload, url, fields } = await begin(cut.type);
      await uploadFile({ url, fields, file: cut.file, onProgress: setProgress, signal: stop() });
      await set(upload);
    },
    onSuccess: onDone,
  });
  return { progress, send };
}

/** A signal that ends what is under way when the dialog is closed. */
function useStop() {
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  return () => {
    controller.current = new AbortController();
    return controller.current.signal;
  };
}
