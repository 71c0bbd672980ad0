import { letter } from '../letter.ts';

/** To somebody who is to join an organization. */
export const invitation = letter({
  values: {
    organizationName: 'line',
    addressee: 'line',
    /** Absent when the deployment itself invites. */
    inviterName: 'line?',
    /** The address of the account they have already, who need not choose a password any more. */
    accountEmail: 'line?',
    role: 'role',
    note: 'quote?',
    link: 'link',
    expiresAt: 'moment',
  },
  says: ['heading', 'noteFrom', 'button', 'expiry', 'unexpected'],
  en: {
    subject: ({ inviterName, organizationName }) =>
      inviterName
        ? `${inviterName} invited you to ${organizationName}`
        : `You are invited to ${organizationName}`,
    preheader: ({ expiresAt }) => `Accept by ${expiresAt}.`,
    heading: ({ inviterName, organizationName }) =>
      inviterName
        ? `${inviterName} invited you to join ${organizationName}`
        : `You are invited to join ${organizationName}`,
    body: ({ role, accountEmail }) =>
      accountEmail
        ? `You will join with the role “${role}”. Accept with the account you have: ${accountEmail}.`
        : `You will join with the role “${role}”. Accept the invitation to choose your password and complete your profile. It takes about two minutes.`,
    noteFrom: ({ inviterName }) => (inviterName ? `${inviterName} writes:` : 'A personal note:'),
    button: 'Accept the invitation',
    expiry: ({ expiresAt }) =>
      `This link works until ${expiresAt}, and only once. When it has expired, it lets you ask for a new one.`,
    unexpected:
      'You did not expect this invitation? Then ignore this email: unless you accept, nothing changes. Please do not forward it, because the link is meant for you alone.',
    reason: ({ organizationName }) =>
      `You receive this email because you were invited to ${organizationName}.`,
  },
  de: {
    subject: ({ inviterName, organizationName }) =>
      inviterName
        ? `${inviterName} lädt Sie zu ${organizationName} ein`
        : `Ihre Einladung zu ${organizationName}`,
    preheader: ({ expiresAt }) => `Nehmen Sie die Einladung bis zum ${expiresAt} an.`,
    heading: ({ inviterName, organizationName }) =>
      inviterName
        ? `${inviterName} lädt Sie zu ${organizationName} ein`
        : `Sie sind zu ${organizationName} eingeladen`,
    body: ({ role, accountEmail }) =>
      accountEmail
        ? `für Sie ist die Rolle „${role}“ vorgesehen. Nehmen Sie die Einladung mit Ihrem bestehenden Konto an: ${accountEmail}.`
        : `für Sie ist die Rolle „${role}“ vorgesehen. Nehmen Sie die Einladung an, um Ihr Passwort zu wählen und Ihr Profil zu vervollständigen. Das dauert etwa zwei Minuten.`,
    noteFrom: ({ inviterName }) => (inviterName ? `${inviterName} schreibt:` : 'Eine persönliche Nachricht:'),
    button: 'Einladung annehmen',
    expiry: ({ expiresAt }) =>
      `Dieser Link gilt bis zum ${expiresAt} und nur einmal. Ist er abgelaufen, können Sie über ihn einen neuen anfordern.`,
    unexpected:
      'Sie haben diese Einladung nicht erwartet? Dann ignorieren Sie diese E-Mail: Solange Sie nicht annehmen, ändert sich nichts. Bitte leiten Sie sie nicht weiter, denn der Link ist nur für Sie bestimmt.',
    reason: ({ organizationName }) =>
      `Sie erhalten diese E-Mail, weil Sie zu ${organizationName} eingeladen wurden.`,
  },
  fr: {
    subject: ({ inviterName, organizationName }) =>
      inviterName
        ? `${inviterName} vous invite à rejoindre ${organizationName}`
        : `Votre invitation à rejoindre ${organizationName}`,
    preheader: ({ expiresAt }) => `Acceptez l’invitation avant le ${expiresAt}.`,
    heading: ({ inviterName, organizationName }) =>
      inviterName
        ? `${inviterName} vous invite à rejoindre ${organizationName}`
        : `Vous avez reçu une invitation à rejoindre ${organizationName}`,
    body: ({ role, accountEmail }) =>
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
  es: {
    subject: ({ inviterName, organizationName }) =>
      inviterName
        ? `${inviterName} le invita a unirse a ${organizationName}`
        : `Su invitación para unirse a ${organizationName}`,
    preheader: ({ expiresAt }) => `Acepte la invitación antes del ${expiresAt}.`,
    heading: ({ inviterName, organizationName }) =>
      inviterName
        ? `${inviterName} le invita a unirse a ${organizationName}`
        : `Ha recibido una invitación para unirse a ${organizationName}`,
    body: ({ role, accountEmail }) =>
      accountEmail
        ? `Se unirá con el rol «${role}». Acepte la invitación con la cuenta que ya tiene: ${accountEmail}.`
        : `Se unirá con el rol «${role}». Acepte la invitación para elegir su contraseña y completar su perfil. Le llevará unos dos minutos.`,
    noteFrom: ({ inviterName }) => (inviterName ? `${inviterName} le escribe:` : 'Un mensaje personal:'),
    button: 'Aceptar la invitación',
    expiry: ({ expiresAt }) =>
      `Este enlace es válido hasta el ${expiresAt} y solo se puede usar una vez. Cuando haya caducado, le permitirá solicitar uno nuevo.`,
    unexpected:
      '¿No esperaba esta invitación? Ignore este correo: mientras no la acepte, nada cambiará. Le rogamos que no lo reenvíe, porque el enlace es solo para usted.',
    reason: ({ organizationName }) =>
      `Recibe este correo porque se le ha invitado a unirse a ${organizationName}.`,
  },
});
