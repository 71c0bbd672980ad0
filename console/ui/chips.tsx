/** A few names in a row; those for which there is no room are counted, and told on hover. */
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './chips.module.css';

type Named = { id: string; name: string /** Where it leads. */; to?: string };

/** @param most how many are shown before the rest is counted */
export function Chips({ all, most = all.length }: { all: readonly Named[]; most?: number }) {
  const rest = all.slice(most);
  return (
    <span className={classes.chips} data-single={most === 1 || undefined}>
      {all.slice(0, most).map(({ id, name, to }) => (
        <Chip key={id}>{to ? <Link to={to}>{name}</Link> : name}</Chip>
      ))}
      {rest.length > 0 && (
        <span className={classes.rest} title={rest.map(({ name }) => name).join(', ')}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}

type ChipProps = { children: ReactNode; remove?: { label: string; onRemove: () => void } };

export function Chip({ children, remove }: ChipProps) {
  return (
    <span className={classes.chip}>
      <bdi className={classes.name}>{children}</bdi>
      {remove && (
        <button type="button" className={classes.remove} aria-label={remove.label} onClick={remove.onRemove}>
          <IconX size={12} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
