import { letter } from '../letter.ts';

export const recoveryCodeUsed = letter({
  values: {
    organizationName: 'line',
    addressee: 'line',
    usedAt: 'moment',
    /** How many codes are left. */
    left: 'line',
    /** To sign in. */
    link: 'link',
  },
  says: ['remedy', 'button'],
  en: {
    subject: 'A recovery code was used to sign in',
    preheader: ({ usedAt }) => `On ${usedAt}. Not you? Then act now.`,
    body: ({ organizationName, usedAt, left }) =>
      `A recovery code was used to sign in to your account at ${organizationName} on ${usedAt}. It does not work again. Recovery codes left: ${left}. When they run low, make new ones in your profile.`,
    remedy: 'Choose a new password right away, make new recovery codes, and tell your administrator.',
    button: 'Sign in',
    reason:
      'We send this email whenever a recovery code is used, so that nobody can do it without your knowing.',
  },
  de: {
    subject: 'Anmeldung mit einem Wiederherstellungscode',
    preheader: ({ usedAt }) => `Am ${usedAt}. Waren Sie das nicht? Dann handeln Sie jetzt.`,
    body: ({ organizationName, usedAt, left }) =>
      `zum Anmelden bei ${organizationName} wurde am ${usedAt} ein Wiederherstellungscode Ihres Kontos verwendet. Er gilt nun nicht mehr. Verbleibende Codes: ${left}. Gehen sie zur Neige, erzeugen Sie neue in Ihrem Profil.`,
    remedy:
      'Wählen Sie sofort ein neues Passwort, erzeugen Sie neue Wiederherstellungscodes und sagen Sie es Ihrem Administrator.',
    button: 'Anmelden',
    reason:
      'Wir senden diese E-Mail bei jedem verwendeten Wiederherstellungscode, damit das niemand ohne Ihr Wissen tun kann.',
  },
  fr: {
    subject: 'Connexion avec un code de récupération',
    preheader: ({ usedAt }) => `Le ${usedAt}. Ce n’était pas vous\u00a0? Agissez sans attendre.`,
    body: ({ organizationName, usedAt, left }) =>
      `Un code de récupération a servi à se connecter à votre compte chez ${organizationName} le ${usedAt}. Il n’est plus valable. Codes restants\u00a0: ${left}. Lorsqu’il en reste peu, créez-en de nouveaux dans votre profil.`,
    remedy:
      'Choisissez immédiatement un nouveau mot de passe, créez de nouveaux codes de récupération et prévenez votre administrateur.',
    button: 'Se connecter',
    reason:
      'Nous envoyons cet e-mail à chaque utilisation d’un code de récupération, afin que personne ne puisse le faire à votre insu.',
  },
  es: {
    subject: 'Inicio de sesión con un código de recuperación',
    preheader: ({ usedAt }) => `El ${usedAt}. ¿No ha sido usted? Actúe cuanto antes.`,
    body: ({ organizationName, usedAt, left }) =>
      `El ${usedAt} se usó un código de recuperación para iniciar sesión en su cuenta en ${organizationName}. Ese código ya no es válido. Códigos restantes: ${left}. Cuando queden pocos, cree otros nuevos en su perfil.`,
    remedy:
      'Elija de inmediato una nueva contraseña, cree nuevos códigos de recuperación y avise a su administrador.',
    button: 'Iniciar sesión',
    reason:
      'Enviamos este correo cada vez que se usa un código de recuperación, para que nadie pueda hacerlo sin que usted lo sepa.',
  },
});
