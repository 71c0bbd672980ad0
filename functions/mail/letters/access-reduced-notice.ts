import { letter } from '../letter.ts';

/** To whoever invited somebody, of whose access a part was left out at the acceptance. */
export const accessReducedNotice = letter({
  values: {
    organizationName: 'line',
    addressee: 'line',
    inviteeName: 'line',
    /** To the invitee's page. */
    link: 'link',
  },
  says: ['button'],
  en: {
    subject: ({ inviteeName }) => `${inviteeName} has less access than you gave`,
    preheader: ({ organizationName }) => `They have accepted your invitation to ${organizationName}.`,
    body: ({ organizationName, inviteeName }) =>
      `${inviteeName} has accepted your invitation to ${organizationName}. Some of the access that you gave was left out: neither you nor anybody else who stands for the invitation holds it any more. Their page shows what they have; whoever holds the rest can add it there.`,
    button: 'See what they have',
    reason: ({ organizationName, inviteeName }) =>
      `You receive this email because you invited ${inviteeName} to ${organizationName}.`,
  },
  de: {
    subject: ({ inviteeName }) => `${inviteeName} hat weniger Zugriff, als Sie gegeben haben`,
    preheader: ({ organizationName }) => `Ihre Einladung zu ${organizationName} wurde angenommen.`,
    body: ({ organizationName, inviteeName }) =>
      `${inviteeName} hat Ihre Einladung zu ${organizationName} angenommen. Ein Teil des Zugriffs, den Sie gegeben haben, ist weggefallen: Weder Sie noch sonst jemand, der für die Einladung steht, hat ihn selbst noch. Die Benutzerseite zeigt, was geblieben ist; wer den Rest hat, kann ihn dort ergänzen.`,
    button: 'Ansehen, was geblieben ist',
    reason: ({ organizationName, inviteeName }) =>
      `Sie erhalten diese E-Mail, weil Sie ${inviteeName} zu ${organizationName} eingeladen haben.`,
  },
  fr: {
    subject: ({ inviteeName }) => `${inviteeName} a moins d’accès que vous n’en aviez donné`,
    preheader: ({ organizationName }) => `Votre invitation chez ${organizationName} a été acceptée.`,
    body: ({ organizationName, inviteeName }) =>
      `${inviteeName} a accepté votre invitation chez ${organizationName}. Une partie des accès que vous aviez donnés n’a pas été accordée\u00a0: ni vous ni aucune autre personne qui se porte garante de l’invitation n’en disposez encore. Sa page montre ce qui reste\u00a0; quiconque dispose du reste peut l’y ajouter.`,
    button: 'Voir ce qui reste',
    reason: ({ organizationName, inviteeName }) =>
      `Vous recevez cet e-mail car vous avez invité ${inviteeName} chez ${organizationName}.`,
  },
  es: {
    subject: ({ inviteeName }) => `${inviteeName} tiene menos acceso del que usted dio`,
    preheader: ({ organizationName }) => `Se ha aceptado su invitación a ${organizationName}.`,
    body: ({ organizationName, inviteeName }) =>
      `${inviteeName} ha aceptado su invitación a ${organizationName}. Una parte del acceso que usted dio no se ha concedido: ni usted ni nadie más que responda por la invitación lo conserva. Su página muestra lo que queda; quien tenga el resto puede añadirlo allí.`,
    button: 'Ver lo que queda',
    reason: ({ organizationName, inviteeName }) =>
      `Recibe este correo porque invitó a ${inviteeName} a ${organizationName}.`,
  },
});
