/** Puts what floats beside what it belongs to, where there is room for it. */

const gap = 6;
const edge = 8;

export type Placement = { side: 'below' | 'above'; align: 'start' | 'end' };

type Box = { top: number; bottom: number; left: number; right: number };
type Size = { width: number; height: number };

export function place(floating: HTMLElement, anchor: Element | null, placement: Placement): void {
  if (!anchor) return;
  const { offsetWidth: width, offsetHeight: height } = floating;
  const rtl = getComputedStyle(anchor).direction === 'rtl';
  const window = { width: document.documentElement.clientWidth, height: globalThis.innerHeight };
  const { top, left } = positionFor(
    anchor.getBoundingClientRect(),
    { width, height },
    window,
    placement,
    rtl,
  );
  floating.style.top = `${top}px`;
  floating.style.left = `${left}px`;
}

/** On the wanted side if there is room, on the other if there is more; never over the edge of the window. */
export function positionFor(
  anchor: Box,
  { width, height }: Size,
  window: Size,
  { side, align }: Placement,
  rtl = false,
): { top: number; left: number } {
  const below = window.height - anchor.bottom - gap - edge;
  const above = anchor.top - gap - edge;
  const room = side === 'below' ? below : above;
  const turned = room < height && (side === 'below' ? above > below : below > above);
  const isBelow = (side === 'below') !== turned;
  const top = isBelow ? anchor.bottom + gap : anchor.top - gap - height;
  const left = (align === 'start') !== rtl ? anchor.left : anchor.right - width;
  return { top: within(top, window.height - height), left: within(left, window.width - width) };
}

function within(value: number, most: number): number {
  return Math.max(edge, Math.min(value, most - edge));
}
