import type { Texts } from './texts.ts';

// French sets a space before ? and : and inside guillemets; \u00a0 keeps the mark on its line.
export const fr: Texts = {
  locale: 'fr',
  roles: { owner: 'Propriétaire', admin: 'Administrateur', manager: 'Responsable', user: 'Utilisateur' },
  buttonHint: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur\u00a0:',
  letters: {
    invitation: {
      subject: ({ inviterName, organizationName }) =>
        inviterName
          ? `${inviterName} vous invite à rejoindre ${organizationName}`
          : `Votre invitation à rejoindre ${organizationName}`,
      preheader: ({ expiresAt }) => `Acceptez l’invitation avant le ${expiresAt}.`,
      heading: ({ inviterName, organizationName }) =>
        inviterName
          ? `${inviterName} vous invite à rejoindre ${organizationName}`
          : `Vous avez reçu une invitation à rejoindre ${organizationName}`,
      greeting: ({ inviteeName }) => `Bonjour ${inviteeName},`,
      account: ({ role, accountEmail }) =>
        accountEmail
          ? `Le rôle prévu pour vous est «\u00a0${role}\u00a0». Acceptez l’invitation avec le compte que vous avez déjà\u00a0: ${accountEmail}.`
          : `Le rôle prévu pour vous est «\u00a0${role}\u00a0». Acceptez l’invitation pour choisir votre mot de passe et compléter votre profil. Cela prend environ deux minutes.`,
      noteFrom: ({ inviterName }) =>
        inviterName ? `${inviterName} vous écrit\u00a0:` : 'Un message personnel\u00a0:',
      button: 'Accepter l’invitation',
      expiry: ({ expiresAt }) =>
        `Ce lien est valable jusqu’au ${expiresAt} et ne sert qu’une fois. Une fois expiré, il vous permet d’en demander un nouveau.`,
      unexpected:
        'Vous n’attendiez pas cette invitation\u00a0? Ignorez cet e-mail\u00a0: tant que vous n’acceptez pas, rien ne change. Merci de ne pas le transférer, car le lien vous est strictement personnel.',
      reason: ({ organizationName }) =>
        `Vous recevez cet e-mail en raison d’une invitation à rejoindre ${organizationName}.`,
    },
    'password-reset': {
      subject: 'Choisissez un nouveau mot de passe',
      preheader: ({ expiresAt }) => `Votre lien est valable jusqu’au ${expiresAt}.`,
      heading: 'Choisissez un nouveau mot de passe',
      greeting: ({ personName }) => `Bonjour ${personName},`,
      request:
        'Un nouveau mot de passe a été demandé pour votre compte. L’actuel reste inchangé tant que vous n’en choisissez pas un autre.',
      button: 'Choisir un nouveau mot de passe',
      expiry: ({ expiresAt }) => `Ce lien est valable jusqu’au ${expiresAt} et ne sert qu’une fois.`,
      unexpected:
        'Vous n’attendiez pas cet e-mail\u00a0? Ignorez-le\u00a0: sans ce lien, personne ne peut modifier votre mot de passe. Si cela se reproduit, prévenez votre administrateur.',
      reason: 'Vous recevez cet e-mail car un nouveau mot de passe a été demandé pour votre compte.',
    },
    'password-changed': {
      subject: 'Votre mot de passe a été modifié',
      preheader: ({ changedAt }) => `Le ${changedAt}. Ce n’était pas vous\u00a0? Agissez sans attendre.`,
      heading: 'Votre mot de passe a été modifié',
      greeting: ({ personName }) => `Bonjour ${personName},`,
      change: ({ organizationName, changedAt }) =>
        `Le mot de passe de votre compte chez ${organizationName} a été modifié le ${changedAt}. Si c’était vous, vous n’avez rien à faire.`,
      unexpected: 'Ce n’était pas vous\u00a0?',
      remedy: 'Prévenez votre administrateur et choisissez immédiatement un nouveau mot de passe\u00a0:',
      button: 'Se connecter',
      reason:
        'Nous envoyons cet e-mail à chaque modification du mot de passe, afin que personne ne puisse le changer à votre insu.',
    },
  },
};
