/** How far the upload is. */
import { pictureTexts } from '../../texts/picture.ts';
import classes from './picture.module.css';

export function SendingBar({ progress }: { progress: number }) {
  const percent = Math.round(progress * 100);
  return (
    <div className={classes.sending} role="status">
      <progress value={percent} max={100} aria-label={pictureTexts.sending} />
      <span>{percent < 100 ? pictureTexts.sent(percent) : pictureTexts.taking}</span>
    </div>
  );
}
