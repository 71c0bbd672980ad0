/** What the letters of a language share. */
import type { Factor } from '../../shared/contract/factors.ts';
import type { Role } from '../../shared/contract/roles.ts';
import type { Language } from '../../shared/contract/text.ts';
import type { Sentence } from './letter.ts';

export interface Shared {
  /** For dates: a BCP 47 tag. */
  readonly locale: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly factors: Readonly<Record<Factor, string>>;
  readonly sentences: {
    readonly greeting: Sentence<{ addressee: 'line' }>;
    /** Only for letters that know until when. */
    readonly expiry: Sentence<{ expiresAt: 'moment' }>;
    /** Stands above what to do if it was not. */
    readonly question: string;
    /** Stands above the button's address, written out. */
    readonly buttonHint: string;
  };
}

const en: Shared = {
  locale: 'en-GB',
  roles: { owner: 'Owner', admin: 'Administrator', manager: 'Manager', user: 'User' },
  factors: { authenticator: 'authenticator app', sms: 'text message' },
  sentences: {
    greeting: ({ addressee }) => `Hello ${addressee},`,
    expiry: ({ expiresAt }) => `This link works until ${expiresAt}, and only once.`,
    question: 'Not you?',
    buttonHint: 'If the button does not work, copy this address into your browser:',
  },
};

const de: Shared = {
  locale: 'de',
  roles: { owner: 'Inhaber', admin: 'Administrator', manager: 'Manager', user: 'Benutzer' },
  factors: { authenticator: 'Authenticator-App', sms: 'SMS' },
  sentences: {
    greeting: ({ addressee }) => `Guten Tag ${addressee},`,
    expiry: ({ expiresAt }) => `Dieser Link gilt bis zum ${expiresAt} und nur einmal.`,
    question: 'Waren Sie das nicht?',
    buttonHint: 'Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',
  },
};

// French sets a space before ? and : and inside guillemets, here and in every letter; \u00a0 keeps the mark on its line.
const fr: Shared = {
  locale: 'fr',
  roles: { owner: 'Propriétaire', admin: 'Administrateur', manager: 'Responsable', user: 'Utilisateur' },
  factors: { authenticator: 'application d’authentification', sms: 'SMS' },
  sentences: {
    greeting: ({ addressee }) => `Bonjour ${addressee},`,
    expiry: ({ expiresAt }) => `Ce lien est valable jusqu’au ${expiresAt} et ne sert qu’une fois.`,
    question: 'Ce n’était pas vous\u00a0?',
    buttonHint: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur\u00a0:',
  },
};

const es: Shared = {
  locale: 'es',
  roles: { owner: 'Propietario', admin: 'Administrador', manager: 'Gestor', user: 'Usuario' },
  factors: { authenticator: 'aplicación de autenticación', sms: 'SMS' },
  sentences: {
    greeting: ({ addressee }) => `Hola, ${addressee}:`,
    expiry: ({ expiresAt }) => `Este enlace es válido hasta el ${expiresAt} y solo se puede usar una vez.`,
    question: '¿No ha sido usted?',
    buttonHint: 'Si el botón no funciona, copie esta dirección en su navegador:',
  },
};

export const languages: Readonly<Record<Language, Shared>> = { en, de, fr, es };
