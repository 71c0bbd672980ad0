import type { Language } from '../../../shared/contract/text.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Texts } from './texts.ts';

export const catalogue: Readonly<Record<Language, Texts>> = { en, de, fr, es };
