import { letter } from '../letter.ts';

/** To the address that somebody wants to have from now on. */
export const emailChangeConfirm = letter({
  values: { organizationName: 'line', addressee: 'line', link: 'link', expiresAt: 'moment' },
  says: ['button', 'unexpected'],
  en: {
    subject: 'Confirm your new email address',
    preheader: ({ expiresAt }) => `Your link works until ${expiresAt}.`,
    body: ({ organizationName }) =>
      `This is to become the email address of your account at ${organizationName}. Please confirm that it is yours. Until then, you go on signing in with the old one.`,
    button: 'Confirm this address',
    unexpected:
      'You did not expect this? Then ignore this email: unless you confirm, nothing changes. Please do not forward it, because the link is meant for you alone.',
    reason: ({ organizationName }) =>
      `You receive this email because this address was given for an account at ${organizationName}.`,
  },
  de: {
    subject: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
    preheader: ({ expiresAt }) => `Ihr Link gilt bis zum ${expiresAt}.`,
    body: ({ organizationName }) =>
      `dies soll die E-Mail-Adresse Ihres Kontos bei ${organizationName} werden. Bitte bestätigen Sie, dass sie Ihnen gehört. Bis dahin melden Sie sich weiter mit der alten an.`,
    button: 'Adresse bestätigen',
    unexpected:
      'Sie haben das nicht erwartet? Dann ignorieren Sie diese E-Mail: Solange Sie nicht bestätigen, ändert sich nichts. Bitte leiten Sie sie nicht weiter, denn der Link ist nur für Sie bestimmt.',
    reason: ({ organizationName }) =>
      `Sie erhalten diese E-Mail, weil diese Adresse für ein Konto bei ${organizationName} angegeben wurde.`,
  },
  fr: {
    subject: 'Confirmez votre nouvelle adresse e-mail',
    preheader: ({ expiresAt }) => `Votre lien est valable jusqu’au ${expiresAt}.`,
    body: ({ organizationName }) =>
      `Cette adresse doit devenir celle de votre compte chez ${organizationName}. Veuillez confirmer qu’elle est bien la vôtre. D’ici là, continuez à vous connecter avec l’ancienne.`,
    button: 'Confirmer cette adresse',
    unexpected:
      'Vous n’attendiez pas cet e-mail\u00a0? Ignorez-le\u00a0: tant que vous ne confirmez pas, rien ne change. Merci de ne pas le transférer, car le lien vous est strictement personnel.',
    reason: ({ organizationName }) =>
      `Vous recevez cet e-mail car cette adresse a été indiquée pour un compte chez ${organizationName}.`,
  },
  es: {
    subject: 'Confirme su nueva dirección de correo',
    preheader: ({ expiresAt }) => `Su enlace es válido hasta el ${expiresAt}.`,
    body: ({ organizationName }) =>
      `Esta será la dirección de correo de su cuenta en ${organizationName}. Confirme que es suya. Hasta entonces, seguirá iniciando sesión con la anterior.`,
    button: 'Confirmar esta dirección',
    unexpected:
      '¿No esperaba este correo? Ignórelo: mientras no confirme, nada cambiará. Le rogamos que no lo reenvíe, porque el enlace es solo para usted.',
    reason: ({ organizationName }) =>
      `Recibe este correo porque se ha indicado esta dirección para una cuenta en ${organizationName}.`,
  },
});
