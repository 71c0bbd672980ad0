/** A box to tick in a row of a list: the browser's own, and light, for there may be hundreds. */
import type { ChangeEvent } from 'react';
import classes from './tick.module.css';

type TickProps = {
  label: string;
  checked: boolean;
  /** Some of what it stands for are ticked, and some are not. */
  some?: boolean;
  disabled?: boolean;
  /** @param ranged with the shift key: all from the last one to this one */
  onTick: (wanted: boolean, ranged: boolean) => void;
};

export function Tick({ label, checked, some = false, disabled, onTick }: TickProps) {
  const change = ({ currentTarget, nativeEvent }: ChangeEvent<HTMLInputElement>) =>
    onTick(currentTarget.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
  return (
    // The label makes it large enough for a finger.
    <label className={classes.tick}>
      <input
        ref={box => {
          if (box) box.indeterminate = some;
        }}
        type="checkbox"
        aria-label={label}
        checked={checked}
        disabled={disabled}
        onChange={change}
      />
    </label>
  );
}
