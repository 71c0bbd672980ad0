import { letter } from '../letter.ts';

/** To somebody whose second factors an administrator has cleared. */
export const secondFactorReset = letter({
  values: {
    organizationName: 'line',
    addressee: 'line',
    /** Absent when they are not known any more. */
    administratorName: 'line?',
    resetAt: 'moment',
    /** To sign in. */
    link: 'link',
  },
  says: ['question', 'remedy', 'button'],
  en: {
    subject: 'Your second factor was reset',
    preheader: 'Sign in with your password, and set it up again.',
    body: ({ organizationName, administratorName, resetAt }) =>
      `${administratorName ? `${administratorName}, who administers ${organizationName},` : `An administrator of ${organizationName}`} reset your second factor on ${resetAt}. Your authenticator app, telephone number, remembered devices and recovery codes no longer count, and you have been signed out everywhere. Sign in with your password, and set up a second factor again.`,
    question: 'You did not ask for this?',
    remedy: 'Tell your administrator right away, and choose a new password.',
    button: 'Sign in',
    reason:
      'We send this email whenever a second factor is reset, so that nobody can do it without your knowing.',
  },
  de: {
    subject: 'Ihr zweiter Faktor wurde zurückgesetzt',
    preheader: 'Melden Sie sich mit Ihrem Passwort an und richten Sie ihn neu ein.',
    body: ({ organizationName, administratorName, resetAt }) =>
      `${administratorName ?? 'jemand'} aus der Verwaltung von ${organizationName} hat am ${resetAt} Ihren zweiten Faktor zurückgesetzt. Authenticator-App, Telefonnummer, gemerkte Geräte und Wiederherstellungscodes gelten nicht mehr, und Sie wurden überall abgemeldet. Melden Sie sich mit Ihrem Passwort an und richten Sie wieder einen zweiten Faktor ein.`,
    question: 'Sie haben nicht darum gebeten?',
    remedy: 'Sagen Sie es sofort Ihrem Administrator und wählen Sie ein neues Passwort.',
    button: 'Anmelden',
    reason:
      'Wir senden diese E-Mail, wann immer ein zweiter Faktor zurückgesetzt wird, damit das niemand ohne Ihr Wissen tun kann.',
  },
  fr: {
    subject: 'Votre second facteur a été réinitialisé',
    preheader: 'Connectez-vous avec votre mot de passe et configurez-le de nouveau.',
    body: ({ organizationName, administratorName, resetAt }) =>
      `${administratorName ? `${administratorName}, qui administre ${organizationName},` : `L’administration de ${organizationName}`} a réinitialisé votre second facteur le ${resetAt}. Votre application d’authentification, votre numéro de téléphone, vos appareils mémorisés et vos codes de récupération ne sont plus valables, et toutes vos sessions ont été fermées. Connectez-vous avec votre mot de passe et configurez de nouveau un second facteur.`,
    question: 'Vous ne l’avez pas demandé\u00a0?',
    remedy: 'Prévenez immédiatement votre administrateur et choisissez un nouveau mot de passe.',
    button: 'Se connecter',
    reason:
      'Nous envoyons cet e-mail à chaque réinitialisation d’un second facteur, afin que personne ne puisse le faire à votre insu.',
  },
  es: {
    subject: 'Se ha restablecido su segundo factor',
    preheader: 'Inicie sesión con su contraseña y configúrelo de nuevo.',
    body: ({ organizationName, administratorName, resetAt }) =>
      `${administratorName ? `${administratorName}, que administra ${organizationName},` : `La administración de ${organizationName}`} restableció su segundo factor el ${resetAt}. La aplicación de autenticación, el número de teléfono, los dispositivos recordados y los códigos de recuperación ya no valen, y se han cerrado todas sus sesiones. Inicie sesión con su contraseña y configure de nuevo un segundo factor.`,
    question: '¿No lo ha pedido?',
    remedy: 'Avise de inmediato a su administrador y elija una nueva contraseña.',
    button: 'Iniciar sesión',
    reason:
      'Enviamos este correo cada vez que se restablece un segundo factor, para que nadie pueda hacerlo sin que usted lo sepa.',
  },
});
