/** Single-key shortcuts. They can be switched off, because speech input and unsteady hands press keys by accident. */
import { useEffect, useEffectEvent } from 'react';
import { remembered } from '../state/remembered.ts';

export const shortcutsOn = remembered('shortcuts', 'on');

/** Calls `act` when the key is pressed outside of fields and dialogs. */
export function useShortcut(key: string, act: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (shortcutsOn.get() !== 'on' || isBusyElsewhere(event.target)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Typing is typing, and what is behind a dialog or in a menu is not meant. */
function isBusyElsewhere(target: EventTarget | null): boolean {
  const typing =
    target instanceof HTMLElement &&
    target.matches('input, textarea, select, [contenteditable], [role=menuitem]');
  return typing || document.querySelector('[aria-modal="true"]') !== null;
}
