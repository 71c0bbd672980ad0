import { letter } from '../letter.ts';

/** To the address that was replaced. */
export const emailChanged = letter({
  values: { organizationName: 'line', addressee: 'line', newEmail: 'line', changedAt: 'moment' },
  says: ['remedy'],
  en: {
    subject: 'Your email address was changed',
    preheader: ({ changedAt }) => `On ${changedAt}. Not you? Then act now.`,
    body: ({ organizationName, newEmail, changedAt }) =>
      `The email address of your account at ${organizationName} was changed to ${newEmail} on ${changedAt}. From now on, you sign in with the new address, and emails about your account go there. If that was you, there is nothing left to do.`,
    remedy: 'Tell your administrator right away: they can put the old address back and sign everybody out.',
    reason:
      'We send this email whenever an email address was changed, so that nobody can do it without your knowing.',
  },
  de: {
    subject: 'Ihre E-Mail-Adresse wurde geändert',
    preheader: ({ changedAt }) => `Am ${changedAt}. Waren Sie das nicht? Dann handeln Sie jetzt.`,
    body: ({ organizationName, newEmail, changedAt }) =>
      `die E-Mail-Adresse Ihres Kontos bei ${organizationName} wurde am ${changedAt} in ${newEmail} geändert. Von jetzt an melden Sie sich mit der neuen Adresse an, und E-Mails zu Ihrem Konto gehen dorthin. Wenn Sie das waren, ist nichts weiter zu tun.`,
    remedy:
      'Sagen Sie es sofort Ihrem Administrator: Er kann die alte Adresse wiederherstellen und überall abmelden.',
    reason:
      'Wir senden diese E-Mail bei jeder Änderung der E-Mail-Adresse, damit das niemand ohne Ihr Wissen tun kann.',
  },
  fr: {
    subject: 'Votre adresse e-mail a été modifiée',
    preheader: ({ changedAt }) => `Le ${changedAt}. Ce n’était pas vous\u00a0? Agissez sans attendre.`,
    body: ({ organizationName, newEmail, changedAt }) =>
      `L’adresse e-mail de votre compte chez ${organizationName} est devenue ${newEmail} le ${changedAt}. Désormais, vous vous connectez avec la nouvelle adresse, et les e-mails concernant votre compte y sont envoyés. Si c’était vous, vous n’avez rien à faire.`,
    remedy:
      'Prévenez immédiatement votre administrateur\u00a0: il peut rétablir l’ancienne adresse et fermer toutes les sessions.',
    reason:
      'Nous envoyons cet e-mail à chaque modification de l’adresse, afin que personne ne puisse la changer à votre insu.',
  },
  es: {
    subject: 'Su dirección de correo ha cambiado',
    preheader: ({ changedAt }) => `El ${changedAt}. ¿No ha sido usted? Actúe cuanto antes.`,
    body: ({ organizationName, newEmail, changedAt }) =>
      `La dirección de correo de su cuenta en ${organizationName} se cambió por ${newEmail} el ${changedAt}. A partir de ahora, inicie sesión con la nueva dirección; allí llegarán también los correos sobre su cuenta. Si ha sido usted, no tiene que hacer nada más.`,
    remedy:
      'Avise de inmediato a su administrador: puede restablecer la dirección anterior y cerrar todas las sesiones.',
    reason:
      'Enviamos este correo cada vez que se cambia la dirección, para que nadie pueda hacerlo sin que usted lo sepa.',
  },
});
