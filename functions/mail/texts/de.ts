import type { Texts } from './texts.ts';

export const de: Texts = {
  locale: 'de',
  roles: { owner: 'Inhaber', admin: 'Administrator', manager: 'Manager', user: 'Benutzer' },
  buttonHint: 'Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',
  letters: {
    invitation: {
      subject: ({ inviterName, organizationName }) =>
        inviterName
          ? `${inviterName} lädt Sie zu ${organizationName} ein`
          : `Ihre Einladung zu ${organizationName}`,
      preheader: ({ expiresAt }) => `Nehmen Sie die Einladung bis zum ${expiresAt} an.`,
      heading: ({ inviterName, organizationName }) =>
        inviterName
          ? `${inviterName} lädt Sie zu ${organizationName} ein`
          : `Sie sind zu ${organizationName} eingeladen`,
      greeting: ({ inviteeName }) => `Guten Tag ${inviteeName},`,
      account: ({ role, accountEmail }) =>
        accountEmail
          ? `für Sie ist die Rolle „${role}“ vorgesehen. Nehmen Sie die Einladung mit Ihrem bestehenden Konto an: ${accountEmail}.`
          : `für Sie ist die Rolle „${role}“ vorgesehen. Nehmen Sie die Einladung an, um Ihr Passwort zu wählen und Ihr Profil zu vervollständigen. Das dauert etwa zwei Minuten.`,
      noteFrom: ({ inviterName }) =>
        inviterName ? `${inviterName} schreibt:` : 'Eine persönliche Nachricht:',
      button: 'Einladung annehmen',
      expiry: ({ expiresAt }) =>
        `Dieser Link gilt bis zum ${expiresAt} und nur einmal. Ist er abgelaufen, können Sie über ihn einen neuen anfordern.`,
      unexpected:
        'Sie haben diese Einladung nicht erwartet? Dann ignorieren Sie diese E-Mail: Solange Sie nicht annehmen, ändert sich nichts. Bitte leiten Sie sie nicht weiter, denn der Link ist nur für Sie bestimmt.',
      reason: ({ organizationName }) =>
        `Sie erhalten diese E-Mail, weil Sie zu ${organizationName} eingeladen wurden.`,
    },
    'password-reset': {
      subject: 'Wählen Sie ein neues Passwort',
      preheader: ({ expiresAt }) => `Ihr Link gilt bis zum ${expiresAt}.`,
      heading: 'Wählen Sie ein neues Passwort',
      greeting: ({ personName }) => `Guten Tag ${personName},`,
      request:
        'für Ihr Konto wurde ein neues Passwort angefordert. Ihr bisheriges bleibt unverändert, bis Sie ein anderes wählen.',
      button: 'Neues Passwort wählen',
      expiry: ({ expiresAt }) => `Dieser Link gilt bis zum ${expiresAt} und nur einmal.`,
      unexpected:
        'Sie haben das nicht erwartet? Dann ignorieren Sie diese E-Mail: Ohne diesen Link kann niemand Ihr Passwort ändern. Geschieht es erneut, sagen Sie es Ihrem Administrator.',
      reason: 'Sie erhalten diese E-Mail, weil für Ihr Konto ein neues Passwort angefordert wurde.',
    },
    'password-changed': {
      subject: 'Ihr Passwort wurde geändert',
      preheader: ({ changedAt }) => `Am ${changedAt}. Waren Sie das nicht? Dann handeln Sie jetzt.`,
      heading: 'Ihr Passwort wurde geändert',
      greeting: ({ personName }) => `Guten Tag ${personName},`,
      change: ({ organizationName, changedAt }) =>
        `das Passwort Ihres Kontos bei ${organizationName} wurde am ${changedAt} geändert. Wenn Sie das waren, ist nichts weiter zu tun.`,
      unexpected: 'Waren Sie das nicht?',
      remedy: 'Sagen Sie es Ihrem Administrator und wählen Sie sofort ein neues Passwort:',
      button: 'Anmelden',
      reason:
        'Wir senden diese E-Mail bei jeder Änderung des Passworts, damit niemand es ohne Ihr Wissen ändern kann.',
    },
  },
};
