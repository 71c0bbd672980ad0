import { letter } from '../letter.ts';

/** To an address that was asked for though it has an account already. Who asked is not for its owner to know. */
export const emailChangeTaken = letter({
  values: {
    organizationName: 'line',
    addressee: 'line',
    /** To sign in. */
    link: 'link',
  },
  says: ['button', 'unexpected'],
  en: {
    subject: 'This address has an account already',
    preheader: 'Somebody asked to use it for another account. Nothing was changed.',
    body: ({ organizationName }) =>
      `Somebody asked to use this email address for another account. It belongs to your account at ${organizationName} already, so nothing was changed. If it was you, sign in with this address.`,
    button: 'Sign in',
    unexpected:
      'It was not you? Then there is nothing to do: your account is as it was. If it happens again, tell your administrator.',
    reason: 'You receive this email because this address was given for another account.',
  },
  de: {
    subject: 'Für diese Adresse gibt es schon ein Konto',
    preheader: 'Jemand wollte sie für ein anderes Konto verwenden. Nichts wurde geändert.',
    body: ({ organizationName }) =>
      `jemand wollte diese E-Mail-Adresse für ein anderes Konto verwenden. Sie gehört schon zu Ihrem Konto bei ${organizationName}, deshalb wurde nichts geändert. Wenn Sie das waren, melden Sie sich mit dieser Adresse an.`,
    button: 'Anmelden',
    unexpected:
      'Sie waren das nicht? Dann ist nichts zu tun: Ihr Konto ist, wie es war. Geschieht es erneut, sagen Sie es Ihrem Administrator.',
    reason: 'Sie erhalten diese E-Mail, weil diese Adresse für ein anderes Konto angegeben wurde.',
  },
  fr: {
    subject: 'Cette adresse a déjà un compte',
    preheader: 'Quelqu’un a voulu l’utiliser pour un autre compte. Rien n’a été modifié.',
    body: ({ organizationName }) =>
      `Quelqu’un a voulu utiliser cette adresse e-mail pour un autre compte. Elle est déjà celle de votre compte chez ${organizationName}, donc rien n’a été modifié. Si c’était vous, connectez-vous avec cette adresse.`,
    button: 'Se connecter',
    unexpected:
      'Ce n’était pas vous\u00a0? Vous n’avez rien à faire\u00a0: votre compte n’a pas changé. Si cela se reproduit, prévenez votre administrateur.',
    reason: 'Vous recevez cet e-mail car cette adresse a été indiquée pour un autre compte.',
  },
  es: {
    subject: 'Esta dirección ya tiene una cuenta',
    preheader: 'Alguien ha querido usarla para otra cuenta. No se ha cambiado nada.',
    body: ({ organizationName }) =>
      `Alguien ha querido usar esta dirección de correo para otra cuenta. Ya es la de su cuenta en ${organizationName}, así que no se ha cambiado nada. Si ha sido usted, inicie sesión con esta dirección.`,
    button: 'Iniciar sesión',
    unexpected:
      '¿No ha sido usted? No tiene que hacer nada: su cuenta sigue como estaba. Si vuelve a ocurrir, avise a su administrador.',
    reason: 'Recibe este correo porque se ha indicado esta dirección para otra cuenta.',
  },
});
