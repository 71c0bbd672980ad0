import { letter } from '../letter.ts';

/** To a partner, who is greeted by the partner's name: the address is not one person's. */
export const approvalRequested = letter({
  values: {
    /** The one whose users the partner approves. */
    organizationName: 'line',
    addressee: 'line',
    inviteeName: 'line',
    /** To the list of those who wait. */
    link: 'link',
  },
  says: ['button', 'unexpected'],
  en: {
    subject: ({ inviteeName }) => `${inviteeName} awaits your approval`,
    preheader: ({ organizationName }) => `To sign in at ${organizationName}.`,
    body: ({ organizationName, inviteeName }) =>
      `${inviteeName} is about to join ${organizationName}, whose users you approve. Until you do, they cannot sign in.`,
    button: 'See who awaits approval',
    unexpected: ({ organizationName }) =>
      `You do not know this person? Then do not approve them, and ask ${organizationName} first.`,
    reason: ({ organizationName, addressee }) =>
      `You receive this email because ${addressee} approves the users of ${organizationName}.`,
  },
  de: {
    subject: ({ inviteeName }) => `${inviteeName} wartet auf Ihre Freigabe`,
    preheader: ({ organizationName }) => `Für die Anmeldung bei ${organizationName}.`,
    body: ({ organizationName, inviteeName }) =>
      `${inviteeName} soll zu ${organizationName} dazukommen. Sie geben die Benutzer dort frei; bis dahin ist keine Anmeldung möglich.`,
    button: 'Wartende ansehen',
    unexpected: ({ organizationName }) =>
      `Sie kennen diese Person nicht? Dann geben Sie sie nicht frei und fragen Sie zuerst ${organizationName}.`,
    reason: ({ organizationName, addressee }) =>
      `Sie erhalten diese E-Mail, weil ${addressee} die Benutzer von ${organizationName} freigibt.`,
  },
  fr: {
    subject: ({ inviteeName }) => `${inviteeName} attend votre approbation`,
    preheader: ({ organizationName }) => `Pour se connecter chez ${organizationName}.`,
    body: ({ organizationName, inviteeName }) =>
      `${inviteeName} va rejoindre ${organizationName}, dont vous approuvez les utilisateurs. Tant que vous ne l’avez pas fait, aucune connexion ne lui est possible.`,
    button: 'Voir qui attend',
    unexpected: ({ organizationName }) =>
      `Vous ne connaissez pas cette personne\u00a0? Ne l’approuvez pas et demandez d’abord à ${organizationName}.`,
    reason: ({ organizationName, addressee }) =>
      `Vous recevez cet e-mail car ${addressee} approuve les utilisateurs de ${organizationName}.`,
  },
  es: {
    subject: ({ inviteeName }) => `${inviteeName} espera su aprobación`,
    preheader: ({ organizationName }) => `Para iniciar sesión en ${organizationName}.`,
    body: ({ organizationName, inviteeName }) =>
      `${inviteeName} se va a unir a ${organizationName}, cuyos usuarios aprueba usted. Hasta que lo haga, no podrá iniciar sesión.`,
    button: 'Ver quién espera',
    unexpected: ({ organizationName }) =>
      `¿No conoce a esta persona? No la apruebe y pregunte antes a ${organizationName}.`,
    reason: ({ organizationName, addressee }) =>
      `Recibe este correo porque ${addressee} aprueba a los usuarios de ${organizationName}.`,
  },
});
