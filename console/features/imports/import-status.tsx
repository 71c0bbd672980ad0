/** The state of an import, as a word and a colour. */
import type { ImportState } from '../../../shared/contract/imports.ts';
import { importsTexts as words } from '../../texts/imports.ts';
import { Status, type Tone } from '../../ui/status.tsx';

const tones: Readonly<Record<ImportState, Tone>> = {
  'awaiting-file': 'faint',
  checking: 'accent',
  'needs-columns': 'waiting',
  checked: 'waiting',
  committed: 'good',
  cancelled: 'faint',
  failed: 'bad',
};

export function ImportStatus({ state }: { state: ImportState }) {
  return <Status tone={tones[state]}>{words.states[state]}</Status>;
}
