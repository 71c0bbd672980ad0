import { letter } from '../letter.ts';

export const secondFactorAdded = letter({
  values: { organizationName: 'line', addressee: 'line', factor: 'factor', at: 'moment' },
  says: ['remedy'],
  en: {
    subject: 'A second factor was added to your account',
    preheader: ({ at }) => `On ${at}. Not you? Then act now.`,
    body: ({ organizationName, factor, at }) =>
      `A second factor was added to your account at ${organizationName} on ${at}: ${factor}. From now on, signing in also asks for a code. If that was you, there is nothing left to do.`,
    remedy:
      'Tell your administrator right away: they can reset your second factor. Then choose a new password.',
    reason:
      'We send this email whenever a second factor is added, so that nobody can do it without your knowing.',
  },
  de: {
    subject: 'Ihr Konto hat einen zweiten Faktor',
    preheader: ({ at }) => `Seit ${at}. Waren Sie das nicht? Dann handeln Sie jetzt.`,
    body: ({ organizationName, factor, at }) =>
      `für Ihr Konto bei ${organizationName} wurde am ${at} ein zweiter Faktor eingerichtet: ${factor}. Von jetzt an wird beim Anmelden auch nach einem Code gefragt. Wenn Sie das waren, ist nichts weiter zu tun.`,
    remedy:
      'Sagen Sie es sofort Ihrem Administrator: Er kann Ihren zweiten Faktor zurücksetzen. Wählen Sie dann ein neues Passwort.',
    reason:
      'Wir senden diese E-Mail bei jedem neuen zweiten Faktor, damit niemand ohne Ihr Wissen einen einrichten kann.',
  },
  fr: {
    subject: 'Un second facteur a été ajouté à votre compte',
    preheader: ({ at }) => `Le ${at}. Ce n’était pas vous\u00a0? Agissez sans attendre.`,
    body: ({ organizationName, factor, at }) =>
      `Un second facteur a été ajouté à votre compte chez ${organizationName} le ${at}\u00a0: ${factor}. Désormais, un code vous sera aussi demandé à la connexion. Si c’était vous, vous n’avez rien à faire.`,
    remedy:
      'Prévenez immédiatement votre administrateur\u00a0: il peut réinitialiser votre second facteur. Choisissez ensuite un nouveau mot de passe.',
    reason:
      'Nous envoyons cet e-mail à chaque ajout d’un second facteur, afin que personne ne puisse le faire à votre insu.',
  },
  es: {
    subject: 'Se ha añadido un segundo factor a su cuenta',
    preheader: ({ at }) => `El ${at}. ¿No ha sido usted? Actúe cuanto antes.`,
    body: ({ organizationName, factor, at }) =>
      `El ${at} se añadió un segundo factor a su cuenta en ${organizationName}: ${factor}. A partir de ahora, al iniciar sesión se le pedirá también un código. Si ha sido usted, no tiene que hacer nada más.`,
    remedy:
      'Avise de inmediato a su administrador: puede restablecer su segundo factor. Después, elija una nueva contraseña.',
    reason:
      'Enviamos este correo cada vez que se añade un segundo factor, para que nadie pueda hacerlo sin que usted lo sepa.',
  },
});
