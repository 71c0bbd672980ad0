/** Asks before a picture goes: there is no way back to it. */
import { useMutation } from '@tanstack/react-query';
import { problemOf } from '../api/problem.ts';
import { pictureTexts } from '../texts/picture.ts';
import { Dialog } from './dialog.tsx';

type RemovePictureProps = {
  title: string;
  remove: () => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
};

export function RemovePictureDialog({ title, remove, onDone, onClose }: RemovePictureProps) {
  const removal = useMutation({
    mutationFn: remove,
    onSuccess: () => {
      onClose();
      onDone();
    },
  });
  return (
    <Dialog
      title={title}
      confirm={pictureTexts.remove}
      danger
      busy={removal.isPending}
      problem={removal.error ? problemOf(removal.error) : undefined}
      onConfirm={() => removal.mutate()}
      onClose={onClose}
    >
      <p>{pictureTexts.lost}</p>
    </Dialog>
  );
}
