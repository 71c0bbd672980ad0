/** Tells the other tabs of this browser that somebody signed out, so that none goes on showing what it knew. */
const channel =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('tenantry-session');

export function tellOtherTabs(): void {
  channel?.postMessage('signed-out');
}

export function onSignedOutElsewhere(act: () => void): void {
  channel?.addEventListener('message', act);
}
