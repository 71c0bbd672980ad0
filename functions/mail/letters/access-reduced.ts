import { letter } from '../letter.ts';

/** To somebody who has accepted an invitation of which a part was left out. */
export const accessReduced = letter({
  values: {
    organizationName: 'line',
    addressee: 'line',
    /** To sign in. */
    link: 'link',
  },
  says: ['button'],
  en: {
    subject: ({ organizationName }) =>
      `You have less access at ${organizationName} than your invitation said`,
    preheader: 'Nobody who stands for the invitation holds all of it any more.',
    body: ({ organizationName }) =>
      `You belong to ${organizationName} now. Some of the access that you were invited to was left out: nobody who stands for your invitation holds it any more. If you miss something, ask an administrator of ${organizationName} for it.`,
    button: 'Sign in',
    reason: ({ organizationName }) =>
      `You receive this email because you have accepted an invitation to ${organizationName}.`,
  },
  de: {
    subject: ({ organizationName }) => `Bei ${organizationName} haben Sie weniger Zugriff als angekündigt`,
    preheader: 'Niemand, der für die Einladung steht, hat noch alles davon.',
    body: ({ organizationName }) =>
      `Sie gehören jetzt zu ${organizationName}. Ein Teil des Zugriffs, zu dem Sie eingeladen wurden, ist weggefallen: Niemand, der für Ihre Einladung steht, hat ihn selbst noch. Fehlt Ihnen etwas, dann bitten Sie die Verwaltung von ${organizationName} darum.`,
    button: 'Anmelden',
    reason: ({ organizationName }) =>
      `Sie erhalten diese E-Mail, weil Sie eine Einladung zu ${organizationName} angenommen haben.`,
  },
  fr: {
    subject: ({ organizationName }) => `Chez ${organizationName}, vous avez moins d’accès que prévu`,
    preheader: 'Personne parmi les garants de l’invitation n’en dispose encore en entier.',
    body: ({ organizationName }) =>
      `Vous faites maintenant partie de ${organizationName}. Une partie des accès prévus par votre invitation n’a pas été accordée\u00a0: aucune des personnes qui s’en portent garantes n’en dispose encore. S’il vous manque quelque chose, demandez-le à l’administration de ${organizationName}.`,
    button: 'Se connecter',
    reason: ({ organizationName }) =>
      `Vous recevez cet e-mail car vous avez accepté une invitation de ${organizationName}.`,
  },
  es: {
    subject: ({ organizationName }) => `En ${organizationName} tiene menos acceso del previsto`,
    preheader: 'Nadie de quienes responden por la invitación lo conserva todo.',
    body: ({ organizationName }) =>
      `Ya forma parte de ${organizationName}. Una parte del acceso previsto en su invitación no se ha concedido: nadie de quienes responden por ella lo conserva. Si le falta algo, pídalo a la administración de ${organizationName}.`,
    button: 'Iniciar sesión',
    reason: ({ organizationName }) =>
      `Recibe este correo porque ha aceptado una invitación de ${organizationName}.`,
  },
});
