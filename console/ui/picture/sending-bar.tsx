/** How far the upload is. */
import { t } from '../../texts/texts.ts';
import classes from './picture.module.css';

export function SendingBar({ progress }: { progress: number }) {
  const percent = Math.round(progress * 100);
  return (
    <div className={classes.sending} role="status">
      <progress value={percent} max={100} aria-label={t.picture.sending} />
      <span>{percent < 100 ? t.picture.sent(percent) : t.picture.taking}</span>
    </div>
  );
}
