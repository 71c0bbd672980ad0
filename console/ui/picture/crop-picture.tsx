/** The square on the picture: moved by hand or with the arrows, zoomed, turned, and seen round or square. */
import 'react-easy-crop/react-easy-crop.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import Cropper from 'react-easy-crop';
import { problemOf } from '../../api/problem.ts';
import { pictureTexts } from '../../texts/picture.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { type Media, squareSide } from './crop-geometry.ts';
import { CropTools } from './crop-tools.tsx';
import type { OpenedPicture } from './open-picture.ts';
import classes from './picture.module.css';
import { SendingBar } from './sending-bar.tsx';
import { furthest, useLie } from './use-lie.ts';
import type { Sending } from './use-send-picture.ts';

type CropProps = { opened: OpenedPicture; sending: Sending; onOther: () => void };

const square = { width: squareSide, height: squareSide };

export function CropPicture({ opened, sending: { send, progress }, onOther }: CropProps) {
  const [media, setMedia] = useState<Media>();
  const [round, setRound] = useState(true);
  const turning = useLie(media);
  const { lie, least, move, zoomTo } = turning;
  return (
    <div className={classes.cropping}>
      {send.error && <ProblemNotice problem={problemOf(send.error)} />}
      <div className={classes.stage} inert={send.isPending}>
        <Cropper
          image={opened.url}
          crop={lie.crop}
          zoom={lie.zoom}
          minZoom={least}
          maxZoom={least * furthest}
          rotation={lie.rotation}
          aspect={1}
          cropSize={square}
          cropShape={round ? 'round' : 'rect'}
          showGrid={!round}
          // It minds the picture's upright frame alone; `useLie` minds the picture.
          restrictPosition={false}
          keyboardStep={8}
          onCropChange={move}
          onZoomChange={zoomTo}
          setMediaSize={setMedia}
          cropperProps={{ role: 'group', 'aria-label': pictureTexts.move }}
          disableAutomaticStylesInjection
        />
      </div>
      {send.isPending ? (
        <SendingBar progress={progress} />
      ) : (
        <CropTools turning={turning} round={round} onRound={setRound} />
      )}
      <div className={classes.buttons}>
        <Button variant="subtle" color="gray" disabled={send.isPending} onClick={onOther}>
          {pictureTexts.other}
        </Button>
        <Button
          disabled={!media}
          loading={send.isPending}
          onClick={() => media && send.mutate({ opened, media, lie })}
        >
          {pictureTexts.use}
        </Button>
      </div>
    </div>
  );
}
