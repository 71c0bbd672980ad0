import { letter } from '../letter.ts';

export const passwordChanged = letter({
  values: {
    organizationName: 'line',
    addressee: 'line',
    changedAt: 'moment',
    /** To sign in. */
    link: 'link',
    /** To choose a new password. */
    remedyLink: 'link',
  },
  says: ['remedy', 'button'],
  en: {
    subject: 'Your password was changed',
    preheader: ({ changedAt }) => `On ${changedAt}. Not you? Then act now.`,
    body: ({ organizationName, changedAt }) =>
      `The password of your account at ${organizationName} was changed on ${changedAt}. If that was you, there is nothing left to do.`,
    remedy: 'Tell your administrator, and choose a new password right away:',
    button: 'Sign in',
    reason:
      'We send this email whenever a password is changed, so that nobody can do it without your knowing.',
  },
  de: {
    subject: 'Ihr Passwort wurde geändert',
    preheader: ({ changedAt }) => `Am ${changedAt}. Waren Sie das nicht? Dann handeln Sie jetzt.`,
    body: ({ organizationName, changedAt }) =>
      `das Passwort Ihres Kontos bei ${organizationName} wurde am ${changedAt} geändert. Wenn Sie das waren, ist nichts weiter zu tun.`,
    remedy: 'Sagen Sie es Ihrem Administrator und wählen Sie sofort ein neues Passwort:',
    button: 'Anmelden',
    reason:
      'Wir senden diese E-Mail bei jeder Änderung des Passworts, damit niemand es ohne Ihr Wissen ändern kann.',
  },
  fr: {
    subject: 'Votre mot de passe a été modifié',
    preheader: ({ changedAt }) => `Le ${changedAt}. Ce n’était pas vous\u00a0? Agissez sans attendre.`,
    body: ({ organizationName, changedAt }) =>
      `Le mot de passe de votre compte chez ${organizationName} a été modifié le ${changedAt}. Si c’était vous, vous n’avez rien à faire.`,
    remedy: 'Prévenez votre administrateur et choisissez immédiatement un nouveau mot de passe\u00a0:',
    button: 'Se connecter',
    reason:
      'Nous envoyons cet e-mail à chaque modification du mot de passe, afin que personne ne puisse le changer à votre insu.',
  },
  es: {
    subject: 'Su contraseña ha cambiado',
    preheader: ({ changedAt }) => `El ${changedAt}. ¿No ha sido usted? Actúe cuanto antes.`,
    body: ({ organizationName, changedAt }) =>
      `La contraseña de su cuenta en ${organizationName} se cambió el ${changedAt}. Si ha sido usted, no tiene que hacer nada más.`,
    remedy: 'Avise a su administrador y elija de inmediato una nueva contraseña:',
    button: 'Iniciar sesión',
    reason:
      'Enviamos este correo cada vez que se cambia la contraseña, para que nadie pueda hacerlo sin que usted lo sepa.',
  },
});
