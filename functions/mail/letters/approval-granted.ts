import { letter } from '../letter.ts';

/** To somebody who was waiting for a partner's approval. */
export const approvalGranted = letter({
  values: {
    organizationName: 'line',
    addressee: 'line',
    partnerName: 'line',
    /** To sign in. */
    link: 'link',
  },
  says: ['button', 'unexpected'],
  en: {
    subject: ({ organizationName }) => `You can sign in at ${organizationName}`,
    preheader: ({ partnerName }) => `${partnerName} has approved your account.`,
    body: ({ organizationName, partnerName }) =>
      `${partnerName} has approved your account at ${organizationName}. You can sign in from now on.`,
    button: 'Sign in',
    unexpected: 'You did not expect this? Then tell your administrator.',
    reason: ({ organizationName }) =>
      `You receive this email because your account at ${organizationName} was awaiting approval.`,
  },
  de: {
    subject: ({ organizationName }) => `Sie können sich bei ${organizationName} anmelden`,
    preheader: ({ partnerName }) => `${partnerName} hat Ihr Konto freigegeben.`,
    body: ({ organizationName, partnerName }) =>
      `${partnerName} hat Ihr Konto bei ${organizationName} freigegeben. Von jetzt an können Sie sich anmelden.`,
    button: 'Anmelden',
    unexpected: 'Sie haben das nicht erwartet? Dann sagen Sie es Ihrem Administrator.',
    reason: ({ organizationName }) =>
      `Sie erhalten diese E-Mail, weil Ihr Konto bei ${organizationName} auf eine Freigabe wartete.`,
  },
  fr: {
    subject: ({ organizationName }) => `Vous pouvez vous connecter chez ${organizationName}`,
    preheader: ({ partnerName }) => `${partnerName} a approuvé votre compte.`,
    body: ({ organizationName, partnerName }) =>
      `${partnerName} a approuvé votre compte chez ${organizationName}. Vous pouvez désormais vous connecter.`,
    button: 'Se connecter',
    unexpected: 'Vous n’attendiez pas cet e-mail\u00a0? Prévenez votre administrateur.',
    reason: ({ organizationName }) =>
      `Vous recevez cet e-mail car votre compte chez ${organizationName} attendait une approbation.`,
  },
  es: {
    subject: ({ organizationName }) => `Ya puede iniciar sesión en ${organizationName}`,
    preheader: ({ partnerName }) => `${partnerName} ha aprobado su cuenta.`,
    body: ({ organizationName, partnerName }) =>
      `${partnerName} ha aprobado su cuenta en ${organizationName}. Ya puede iniciar sesión.`,
    button: 'Iniciar sesión',
    unexpected: '¿No esperaba este correo? Avise a su administrador.',
    reason: ({ organizationName }) =>
      `Recibe este correo porque su cuenta en ${organizationName} estaba pendiente de aprobación.`,
  },
});
