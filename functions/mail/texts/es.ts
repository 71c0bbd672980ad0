import type { Texts } from './texts.ts';

export const es: Texts = {
  locale: 'es',
  roles: { owner: 'Propietario', admin: 'Administrador', manager: 'Gestor', user: 'Usuario' },
  buttonHint: 'Si el botón no funciona, copie esta dirección en su navegador:',
  letters: {
    invitation: {
      subject: ({ inviterName, organizationName }) =>
        inviterName
          ? `${inviterName} le invita a unirse a ${organizationName}`
          : `Su invitación para unirse a ${organizationName}`,
      preheader: ({ expiresAt }) => `Acepte la invitación antes del ${expiresAt}.`,
      heading: ({ inviterName, organizationName }) =>
        inviterName
          ? `${inviterName} le invita a unirse a ${organizationName}`
          : `Ha recibido una invitación para unirse a ${organizationName}`,
      greeting: ({ inviteeName }) => `Hola, ${inviteeName}:`,
      account: ({ role, accountEmail }) =>
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
    'password-reset': {
      subject: 'Elija una nueva contraseña',
      preheader: ({ expiresAt }) => `Su enlace es válido hasta el ${expiresAt}.`,
      heading: 'Elija una nueva contraseña',
      greeting: ({ personName }) => `Hola, ${personName}:`,
      request:
        'Se ha solicitado una nueva contraseña para su cuenta. La actual no cambiará hasta que elija otra.',
      button: 'Elegir una nueva contraseña',
      expiry: ({ expiresAt }) => `Este enlace es válido hasta el ${expiresAt} y solo se puede usar una vez.`,
      unexpected:
        '¿No esperaba este correo? Ignórelo: sin este enlace, nadie puede cambiar su contraseña. Si vuelve a ocurrir, avise a su administrador.',
      reason: 'Recibe este correo porque se ha solicitado una nueva contraseña para su cuenta.',
    },
    'password-changed': {
      subject: 'Su contraseña ha cambiado',
      preheader: ({ changedAt }) => `El ${changedAt}. ¿No ha sido usted? Actúe cuanto antes.`,
      heading: 'Su contraseña ha cambiado',
      greeting: ({ personName }) => `Hola, ${personName}:`,
      change: ({ organizationName, changedAt }) =>
        `La contraseña de su cuenta en ${organizationName} se cambió el ${changedAt}. Si ha sido usted, no tiene que hacer nada más.`,
      unexpected: '¿No ha sido usted?',
      remedy: 'Avise a su administrador y elija de inmediato una nueva contraseña:',
      button: 'Iniciar sesión',
      reason:
        'Enviamos este correo cada vez que se cambia la contraseña, para que nadie pueda hacerlo sin que usted lo sepa.',
    },
  },
};
