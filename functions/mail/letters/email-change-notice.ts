import { letter } from '../letter.ts';

/** To the address that is to be replaced, as soon as that is asked for. */
export const emailChangeNotice = letter({
  values: {
    organizationName: 'line',
    addressee: 'line',
    newEmail: 'line',
    /** Absent when they asked themselves, or the administrator is not known any more. */
    administratorName: 'line?',
    requestedAt: 'moment',
    /** To sign in. */
    link: 'link',
  },
  says: ['question', 'remedy', 'button'],
  en: {
    subject: 'Your email address is about to change',
    preheader: ({ newEmail }) =>
      `As soon as ${newEmail} is confirmed. You do not know of this? Then act now.`,
    body: ({ organizationName, newEmail, administratorName, requestedAt }) =>
      `${administratorName ? `${administratorName}, who administers ${organizationName}, asked on ${requestedAt}` : `A request was made on ${requestedAt}`} to change the email address of your account at ${organizationName} to ${newEmail}. That happens as soon as the new address is confirmed. Until then, you go on signing in with this one.`,
    question: 'You do not know of this?',
    remedy: 'Sign in, cancel the change, and tell your administrator.',
    button: 'Sign in',
    reason:
      'We send this email whenever an email address is to be changed, so that nobody can do it without your knowing.',
  },
  de: {
    subject: 'Ihre E-Mail-Adresse soll geändert werden',
    preheader: ({ newEmail }) =>
      `Sobald ${newEmail} bestätigt ist. Sie wissen nichts davon? Dann handeln Sie jetzt.`,
    body: ({ organizationName, newEmail, administratorName, requestedAt }) =>
      `am ${requestedAt} ${administratorName ? `hat ${administratorName} aus der Verwaltung von ${organizationName}` : 'wurde'} beantragt, die E-Mail-Adresse Ihres Kontos bei ${organizationName} in ${newEmail} zu ändern. Das geschieht, sobald die neue Adresse bestätigt ist. Bis dahin melden Sie sich weiter mit dieser an.`,
    question: 'Sie wissen nichts davon?',
    remedy: 'Melden Sie sich an, brechen Sie die Änderung ab und sagen Sie es Ihrem Administrator.',
    button: 'Anmelden',
    reason:
      'Wir senden diese E-Mail, wann immer eine E-Mail-Adresse geändert werden soll, damit das niemand ohne Ihr Wissen tun kann.',
  },
  fr: {
    subject: 'Votre adresse e-mail va être modifiée',
    preheader: ({ newEmail }) =>
      `Dès que ${newEmail} sera confirmée. Vous n’en savez rien\u00a0? Agissez sans attendre.`,
    body: ({ organizationName, newEmail, administratorName, requestedAt }) =>
      `Le ${requestedAt}, ${administratorName ? `${administratorName}, qui administre ${organizationName}, a` : 'il a été'} demandé que l’adresse e-mail de votre compte chez ${organizationName} devienne ${newEmail}. Ce sera fait dès que la nouvelle adresse sera confirmée. D’ici là, continuez à vous connecter avec celle-ci.`,
    question: 'Vous n’en savez rien\u00a0?',
    remedy: 'Connectez-vous, annulez la modification et prévenez votre administrateur.',
    button: 'Se connecter',
    reason:
      'Nous envoyons cet e-mail chaque fois qu’une adresse doit être modifiée, afin que personne ne puisse le faire à votre insu.',
  },
  es: {
    subject: 'Su dirección de correo va a cambiar',
    preheader: ({ newEmail }) =>
      `En cuanto se confirme ${newEmail}. ¿No sabe nada de esto? Actúe cuanto antes.`,
    body: ({ organizationName, newEmail, administratorName, requestedAt }) =>
      `El ${requestedAt} ${administratorName ? `${administratorName}, que administra ${organizationName},` : 'se'} solicitó cambiar la dirección de correo de su cuenta en ${organizationName} por ${newEmail}. El cambio se hará en cuanto se confirme la nueva dirección. Hasta entonces, seguirá iniciando sesión con esta.`,
    question: '¿No sabe nada de esto?',
    remedy: 'Inicie sesión, cancele el cambio y avise a su administrador.',
    button: 'Iniciar sesión',
    reason:
      'Enviamos este correo cada vez que se va a cambiar una dirección, para que nadie pueda hacerlo sin que usted lo sepa.',
  },
});
