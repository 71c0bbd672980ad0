import { letter } from '../letter.ts';

/** To somebody who has asked for a new password, or for whom an administrator has. */
export const passwordReset = letter({
  values: {
    organizationName: 'line',
    addressee: 'line',
    /** Absent when they asked themselves, or the administrator is not known any more. */
    administratorName: 'line?',
    link: 'link',
    expiresAt: 'moment',
  },
  says: ['button', 'unexpected'],
  en: {
    subject: 'Choose a new password',
    preheader: ({ expiresAt }) => `Your link works until ${expiresAt}.`,
    body: ({ administratorName, organizationName }) =>
      administratorName
        ? `${administratorName}, who administers ${organizationName}, sent you this link to choose a new password. The one you have stays as it is until you choose another.`
        : 'A new password was requested for your account. The one you have stays as it is until you choose another.',
    button: 'Choose a new password',
    unexpected:
      'You did not expect this? Then ignore this email: nobody can change your password without this link. If it happens again, tell your administrator.',
    reason: 'You receive this email because a new password was requested for your account.',
  },
  de: {
    subject: 'Wählen Sie ein neues Passwort',
    preheader: ({ expiresAt }) => `Ihr Link gilt bis zum ${expiresAt}.`,
    body: ({ administratorName, organizationName }) =>
      administratorName
        ? `diesen Link zum Wählen eines neuen Passworts sendet Ihnen ${administratorName} aus der Verwaltung von ${organizationName}. Ihr bisheriges bleibt unverändert, bis Sie ein anderes wählen.`
        : 'für Ihr Konto wurde ein neues Passwort angefordert. Ihr bisheriges bleibt unverändert, bis Sie ein anderes wählen.',
    button: 'Neues Passwort wählen',
    unexpected:
      'Sie haben das nicht erwartet? Dann ignorieren Sie diese E-Mail: Ohne diesen Link kann niemand Ihr Passwort ändern. Geschieht es erneut, sagen Sie es Ihrem Administrator.',
    reason: 'Sie erhalten diese E-Mail, weil für Ihr Konto ein neues Passwort angefordert wurde.',
  },
  fr: {
    subject: 'Choisissez un nouveau mot de passe',
    preheader: ({ expiresAt }) => `Votre lien est valable jusqu’au ${expiresAt}.`,
    body: ({ administratorName, organizationName }) =>
      administratorName
        ? `${administratorName}, qui administre ${organizationName}, vous envoie ce lien pour choisir un nouveau mot de passe. L’actuel reste inchangé tant que vous n’en choisissez pas un autre.`
        : 'Un nouveau mot de passe a été demandé pour votre compte. L’actuel reste inchangé tant que vous n’en choisissez pas un autre.',
    button: 'Choisir un nouveau mot de passe',
    unexpected:
      'Vous n’attendiez pas cet e-mail\u00a0? Ignorez-le\u00a0: sans ce lien, personne ne peut modifier votre mot de passe. Si cela se reproduit, prévenez votre administrateur.',
    reason: 'Vous recevez cet e-mail car un nouveau mot de passe a été demandé pour votre compte.',
  },
  es: {
    subject: 'Elija una nueva contraseña',
    preheader: ({ expiresAt }) => `Su enlace es válido hasta el ${expiresAt}.`,
    body: ({ administratorName, organizationName }) =>
      administratorName
        ? `${administratorName}, que administra ${organizationName}, le envía este enlace para que elija una nueva contraseña. La actual no cambiará hasta que elija otra.`
        : 'Se ha solicitado una nueva contraseña para su cuenta. La actual no cambiará hasta que elija otra.',
    button: 'Elegir una nueva contraseña',
    unexpected:
      '¿No esperaba este correo? Ignórelo: sin este enlace, nadie puede cambiar su contraseña. Si vuelve a ocurrir, avise a su administrador.',
    reason: 'Recibe este correo porque se ha solicitado una nueva contraseña para su cuenta.',
  },
});
