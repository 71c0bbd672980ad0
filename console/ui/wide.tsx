/** For what may be wider than there is room for: then, and only then, it is moved from side to side by itself. */
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import classes from './wide.module.css';

export function Wide({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [isWider, setIsWider] = useState(false);
  const measure = () => {
    const { scrollWidth = 0, clientWidth = 0 } = box.current ?? {};
    setIsWider(scrollWidth > clientWidth);
  };
  useLayoutEffect(measure);
  useEffect(() => {
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  });
  return (
    // What moved by itself all the time would take the headings from the top of the window.
    <div ref={box} className={classes.box} data-wider={isWider || undefined}>
      {children}
    </div>
  );
}
