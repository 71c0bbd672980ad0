import { letter } from '../letter.ts';

/** To somebody who, as it seems, has removed it themselves. */
export const secondFactorRemoved = letter({
  values: { organizationName: 'line', addressee: 'line', factor: 'factor', at: 'moment' },
  says: ['remedy'],
  en: {
    subject: 'A second factor was removed from your account',
    preheader: ({ at }) => `On ${at}. Not you? Then act now.`,
    body: ({ organizationName, factor, at }) =>
      `A second factor was removed from your account at ${organizationName} on ${at}: ${factor}. Signing in no longer asks for its code. If that was you, there is nothing left to do.`,
    remedy: 'Choose a new password right away, set the second factor up again, and tell your administrator.',
    reason:
      'We send this email whenever a second factor is removed, so that nobody can do it without your knowing.',
  },
  de: {
    subject: 'Ein zweiter Faktor Ihres Kontos wurde entfernt',
    preheader: ({ at }) => `Am ${at}. Waren Sie das nicht? Dann handeln Sie jetzt.`,
    body: ({ organizationName, factor, at }) =>
      `von Ihrem Konto bei ${organizationName} wurde am ${at} ein zweiter Faktor entfernt: ${factor}. Beim Anmelden wird nicht mehr nach seinem Code gefragt. Wenn Sie das waren, ist nichts weiter zu tun.`,
    remedy:
      'Wählen Sie sofort ein neues Passwort, richten Sie den zweiten Faktor wieder ein und sagen Sie es Ihrem Administrator.',
    reason:
      'Wir senden diese E-Mail, wann immer ein zweiter Faktor entfernt wird, damit das niemand ohne Ihr Wissen tun kann.',
  },
  fr: {
    subject: 'Un second facteur de votre compte a été supprimé',
    preheader: ({ at }) => `Le ${at}. Ce n’était pas vous\u00a0? Agissez sans attendre.`,
    body: ({ organizationName, factor, at }) =>
      `Un second facteur de votre compte chez ${organizationName} a été supprimé le ${at}\u00a0: ${factor}. Son code ne vous sera plus demandé à la connexion. Si c’était vous, vous n’avez rien à faire.`,
    remedy:
      'Choisissez immédiatement un nouveau mot de passe, configurez de nouveau le second facteur et prévenez votre administrateur.',
    reason:
      'Nous envoyons cet e-mail à chaque suppression d’un second facteur, afin que personne ne puisse le faire à votre insu.',
  },
  es: {
    subject: 'Se ha quitado un segundo factor de su cuenta',
    preheader: ({ at }) => `El ${at}. ¿No ha sido usted? Actúe cuanto antes.`,
    body: ({ organizationName, factor, at }) =>
      `El ${at} se quitó un segundo factor de su cuenta en ${organizationName}: ${factor}. Al iniciar sesión ya no se le pedirá su código. Si ha sido usted, no tiene que hacer nada más.`,
    remedy:
      'Elija de inmediato una nueva contraseña, vuelva a configurar el segundo factor y avise a su administrador.',
    reason:
      'Enviamos este correo cada vez que se quita un segundo factor, para que nadie pueda hacerlo sin que usted lo sepa.',
  },
});
