import { letter } from '../letter.ts';

/** To somebody whom an administrator obliges to choose a new password. */
export const passwordResetForced = letter({
  values: {
    organizationName: 'line',
    addressee: 'line',
    /** Absent when they are not known any more. */
    administratorName: 'line?',
    link: 'link',
    expiresAt: 'moment',
  },
  says: ['button', 'expiry', 'unexpected'],
  en: {
    subject: 'You must choose a new password',
    preheader: 'Nobody can sign in to your account until you do.',
    body: ({ organizationName, administratorName }) =>
      `${administratorName ? `${administratorName}, who administers ${organizationName},` : `An administrator of ${organizationName}`} requires a new password for your account. You have been signed out everywhere, and nobody can sign in to your account until you have chosen it.`,
    button: 'Choose a new password',
    expiry: ({ expiresAt }) =>
      `This link works until ${expiresAt}, and only once. When it has expired, ask for another one where you sign in.`,
    unexpected:
      'You did not expect this? Then ask your administrator. Please do not forward this email, because the link is meant for you alone.',
    reason: ({ organizationName }) =>
      `You receive this email because ${organizationName} looks after your account.`,
  },
  de: {
    subject: 'Sie müssen ein neues Passwort wählen',
    preheader: 'Bis dahin kann sich niemand bei Ihrem Konto anmelden.',
    body: ({ organizationName, administratorName }) =>
      `${administratorName ?? 'jemand'} aus der Verwaltung von ${organizationName} verlangt ein neues Passwort für Ihr Konto. Sie wurden überall abgemeldet, und niemand kann sich bei Ihrem Konto anmelden, bis Sie es gewählt haben.`,
    button: 'Neues Passwort wählen',
    expiry: ({ expiresAt }) =>
      `Dieser Link gilt bis zum ${expiresAt} und nur einmal. Ist er abgelaufen, fordern Sie dort, wo Sie sich anmelden, einen neuen an.`,
    unexpected:
      'Sie haben das nicht erwartet? Dann fragen Sie Ihren Administrator. Bitte leiten Sie diese E-Mail nicht weiter, denn der Link ist nur für Sie bestimmt.',
    reason: ({ organizationName }) =>
      `Sie erhalten diese E-Mail, weil ${organizationName} Ihr Konto betreut.`,
  },
  fr: {
    subject: 'Vous devez choisir un nouveau mot de passe',
    preheader: 'D’ici là, personne ne peut se connecter à votre compte.',
    body: ({ organizationName, administratorName }) =>
      `${administratorName ? `${administratorName}, qui administre ${organizationName},` : `L’administration de ${organizationName}`} exige un nouveau mot de passe pour votre compte. Toutes vos sessions ont été fermées, et personne ne peut se connecter à votre compte tant que vous ne l’avez pas choisi.`,
    button: 'Choisir un nouveau mot de passe',
    expiry: ({ expiresAt }) =>
      `Ce lien est valable jusqu’au ${expiresAt} et ne sert qu’une fois. Une fois expiré, demandez-en un autre sur la page de connexion.`,
    unexpected:
      'Vous n’attendiez pas cet e-mail\u00a0? Demandez à votre administrateur. Merci de ne pas le transférer, car le lien vous est strictement personnel.',
    reason: ({ organizationName }) => `Vous recevez cet e-mail car ${organizationName} gère votre compte.`,
  },
  es: {
    subject: 'Debe elegir una nueva contraseña',
    preheader: 'Hasta entonces, nadie puede iniciar sesión en su cuenta.',
    body: ({ organizationName, administratorName }) =>
      `${administratorName ? `${administratorName}, que administra ${organizationName},` : `La administración de ${organizationName}`} exige una nueva contraseña para su cuenta. Se han cerrado todas sus sesiones y nadie puede iniciar sesión en su cuenta hasta que la elija.`,
    button: 'Elegir una nueva contraseña',
    expiry: ({ expiresAt }) =>
      `Este enlace es válido hasta el ${expiresAt} y solo se puede usar una vez. Si ha caducado, solicite otro en la página de inicio de sesión.`,
    unexpected:
      '¿No esperaba este correo? Pregunte a su administrador. Le rogamos que no lo reenvíe, porque el enlace es solo para usted.',
    reason: ({ organizationName }) => `Recibe este correo porque ${organizationName} gestiona su cuenta.`,
  },
});
