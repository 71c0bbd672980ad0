/**
 * What stands at the foot of the window for a while, one above the other: what can be done with those who are chosen,
 * and the work that is under way.
 */
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import classes from './foot.module.css';

const id = 'foot';

/** Where it stands: once, at the end of what is scrolled. */
export function FootPlace() {
  return <div id={id} className={classes.foot} />;
}

/** To be drawn when the page is already there. */
export function Foot({ children }: { children: ReactNode }) {
  const place = document.getElementById(id);
  return place && createPortal(children, place);
}
