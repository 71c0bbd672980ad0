/** Finding a choice by a part of its name. */
import { folded } from '../../shared/contract/folded.ts';

export type Choice = {
  value: string;
  label: string;
  /** What else there is to say of it; where it cannot be chosen, why. */
  hint?: string;
  disabled?: boolean;
};

/** Those with a word that begins as typed come first, then those that have it anywhere; accents do not count. */
export function matching(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = folded(typed.trim());
  const rank = ({ label }: Choice) => {
    const text = folded(label);
    if (text.startsWith(wanted)) return 0;
    if (text.includes(` ${wanted}`)) return 1;
    return text.includes(wanted) ? 2 : 3;
  };
  const ranked = choices.map(choice => ({ choice, rank: rank(choice) })).filter(({ rank }) => rank < 3);
  return ranked.sort((one, other) => one.rank - other.rank).map(({ choice }) => choice);
}
