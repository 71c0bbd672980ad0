/** Choosing a picture, cutting a square out of it, and sending that: of oneself or of somebody else. */
import { useEffect, useState } from 'react';
import { Modal } from './modal.tsx';
import { ChoosePicture } from './picture/choose-picture.tsx';
import { CropPicture } from './picture/crop-picture.tsx';
import type { PictureType } from './picture/open-picture.ts';
import { type OpenedPicture, openPicture, type Unfit } from './picture/open-picture.ts';
import { useSendPicture } from './picture/use-send-picture.ts';

export type PictureDialogProps = {
  title: string;
  /** Asks where to upload a file of that type. */
  begin: (
    contentType: PictureType,
  ) => Promise<{ upload: string; url: string; fields: Readonly<Record<string, string>> }>;
  /** Takes what was uploaded. */
  set: (upload: string) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
};

export function PictureDialog({ title, begin, set, onDone, onClose }: PictureDialogProps) {
  const { opened, unfit, open, forget } = useOpenedPicture();
  const sending = useSendPicture({
    begin,
    set,
    onDone: () => {
      onDone();
      onClose();
    },
  });
  return (
    <Modal title={title} onClose={onClose}>
      {opened ? (
        <CropPicture key={opened.url} opened={opened} sending={sending} onOther={forget} />
      ) : (
        <ChoosePicture unfit={unfit} onFile={open} />
      )}
    </Modal>
  );
}

/** The chosen file, for as long as it is looked at. */
function useOpenedPicture() {
  const [opened, setOpened] = useState<OpenedPicture>();
  const [unfit, setUnfit] = useState<Unfit>();
  useEffect(() => () => void (opened && URL.revokeObjectURL(opened.url)), [opened]);
  return {
    opened,
    unfit,
    open: async (file: File) => {
      const found = await openPicture(file);
      setUnfit(typeof found === 'string' ? found : undefined);
      if (typeof found !== 'string') setOpened(found);
    },
    forget: () => setOpened(undefined),
  };
}
