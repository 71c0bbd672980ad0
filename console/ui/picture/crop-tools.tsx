/** What zooms, straightens and turns a picture, and shows it round or square. */
import { ActionIcon } from '@mantine/core';
import { IconCircle, IconRotate2, IconRotateClockwise2, IconSquare } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { pictureTexts } from '../../texts/picture.ts';
import classes from './picture.module.css';
import { furthest, mostSlant, type Turning } from './use-lie.ts';

type ToolsProps = { turning: Turning; round: boolean; onRound: (round: boolean) => void };

export function CropTools({ turning, round, onRound }: ToolsProps) {
  const { nearness, slant, setNearness, setSlant, turn } = turning;
  return (
    <div className={classes.tools}>
      <Range
        label={pictureTexts.zoom}
        value={nearness}
        from={1}
        to={furthest}
        step={0.01}
        words={pictureTexts.times(nearness)}
        onChange={setNearness}
      />
      <Range
        label={pictureTexts.straighten}
        value={slant}
        from={-mostSlant}
        to={mostSlant}
        step={0.5}
        words={pictureTexts.degrees(slant)}
        onChange={setSlant}
      />
      <div className={classes.turns}>
        <Tool label={pictureTexts.turnLeft} onClick={() => turn(-1)}>
          <IconRotate2 size={18} aria-hidden="true" />
        </Tool>
        <Tool label={pictureTexts.turnRight} onClick={() => turn(1)}>
          <IconRotateClockwise2 size={18} aria-hidden="true" />
        </Tool>
        <div className={classes.shapes}>
          <Tool label={pictureTexts.round} pressed={round} onClick={() => onRound(true)}>
            <IconCircle size={18} aria-hidden="true" />
          </Tool>
          <Tool label={pictureTexts.square} pressed={!round} onClick={() => onRound(false)}>
            <IconSquare size={18} aria-hidden="true" />
          </Tool>
        </div>
      </div>
    </div>
  );
}

type RangeProps = {
  label: string;
  value: number;
  from: number;
  to: number;
  step: number;
  /** The value as it is read out. */
  words: string;
  onChange: (value: number) => void;
};

function Range({ label, value, from, to, step, words, onChange }: RangeProps) {
  const id = useId();
  return (
    <div className={classes.range}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={from}
        max={to}
        step={step}
        value={value}
        aria-valuetext={words}
        onChange={event => onChange(event.currentTarget.valueAsNumber)}
      />
      <span aria-hidden="true">{words}</span>
    </div>
  );
}

type ToolProps = { label: string; pressed?: boolean; onClick: () => void; children: ReactNode };

function Tool({ label, pressed, onClick, children }: ToolProps) {
  return (
    <ActionIcon
      size="lg"
      variant={pressed ? 'light' : 'subtle'}
      color={pressed ? undefined : 'gray'}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
