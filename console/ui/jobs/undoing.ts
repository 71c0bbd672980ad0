/** What takes back a thing that was done to many users. */
import type { BulkDeed } from '../../../shared/contract/bulk.ts';
import type { JobView } from '../../../shared/contract/jobs.ts';

/** Undefined where nothing was done, or there is no way back. */
export function undoingOf({ deed, progress }: JobView): BulkDeed | undefined {
  return deed && progress.done > 0 ? oppositeOf(deed) : undefined;
}

function oppositeOf(deed: BulkDeed): BulkDeed | undefined {
  switch (deed.action) {
    case 'deactivate':
      return { action: 'reactivate' };
    case 'reactivate':
      return { action: 'deactivate' };
    case 'archive':
      return { action: 'restore' };
    case 'restore':
      return { action: 'archive' };
    case 'add-to-group':
      return { ...deed, action: 'remove-from-group' };
    case 'remove-from-group':
      return { ...deed, action: 'add-to-group' };
    case 'add-to-project':
      return { ...deed, action: 'remove-from-project' };
    case 'remove-from-project':
      return { ...deed, action: 'add-to-project' };
    default:
      return undefined;
  }
}
