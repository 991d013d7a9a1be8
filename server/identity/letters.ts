import type { LetterContext, Templates } from '../platform/letter.ts';
import { phoneCodeOf } from './phone-code.ts';

const notYou = 'If that was not you, set a new password at once: it ends every session.';

/** The letters about accounts. Their data holds no token, only the id that one is made from. */
export const letters: Templates = {
  'verify-email': (data, context) => ({
    subject: 'Confirm your e-mail address',
    opening: `You registered at ${context.organisationName}. Please confirm that this is your address.`,
    paragraphs: ['The link is good for 7 days. If you did not register, ignore this mail.'],
    button: {
      label: 'Confirm my address',
      url: tokenLink(context, '/verify-email', 'verify-email', data),
    },
  }),
  'reset-password': (data, context) => ({
    subject: 'Set a new password',
    opening: 'Someone asked for a new password for your account. With this link you set it.',
    paragraphs: ['The link is good once, for 24 hours. If you did not ask, ignore this mail.'],
    button: { label: 'Set a new password', url: passwordLink(context, data) },
  }),
  invitation: (data, context) => ({
    subject: `${context.organisationName} invites you`,
    opening: `${data.inviter} added you to ${context.organisationName}. Choose a password to begin.`,
    paragraphs: ['The link is good once, for 7 days.'],
    button: { label: 'Choose a password', url: passwordLink(context, data) },
  }),
  added: (data, context) => ({
    subject: `You now belong to ${context.organisationName}`,
    opening: `${data.inviter} added you to ${context.organisationName}. Log in with the password you have.`,
    button: { label: 'Log in', url: context.link('/login') },
  }),
  'confirm-email': (data, context) => ({
    subject: 'Confirm your new e-mail address',
    opening: 'You asked to log in with this address from now on. Please confirm that it is yours.',
    paragraphs: ['The link is good once, for 24 hours. If you did not ask, ignore this mail.'],
    button: {
      label: 'Confirm my new address',
      url: tokenLink(context, '/confirm-email', 'confirm-email', data),
    },
  }),
  'email-changed': (data, context) => ({
    subject: 'Your e-mail address was changed',
    opening: `Your account has another address now: ${data.email}. This one no longer logs you in.`,
    paragraphs: [
      `If that was not you, write to whoever runs ${context.organisationName} at once: they can shut the account out.`,
    ],
  }),
  'phone-code': (data, context) => {
    const code = phoneCodeOf(context.token('phone-code', String(data.one_time_token)));
    return {
      subject: `${code} is your code`,
      opening: `${code} is the code for your phone number. It is good for 10 minutes. Tell it to nobody.`,
      short: `${code} is your code, good for 10 minutes. Tell it to nobody.`,
    };
  },
  'session-reused': (_data, context) => ({
    subject: 'We ended one of your sessions',
    opening:
      'A spent log-in token of yours was used again. It may have been copied, so we ended that session.',
    paragraphs: ['Log in again to go on. If you did not expect this, set a new password too.'],
    button: { label: 'Log in', url: context.link('/login') },
  }),
  'password-changed': (_data, context) => ({
    subject: 'Your password was changed',
    opening: 'Your password was just changed, and all sessions were ended.',
    paragraphs: [notYou],
    button: { label: 'Set a new password', url: context.link('/forgot-password') },
  }),
};

function passwordLink(context: LetterContext, data: Record<string, unknown>): string {
  return tokenLink(context, '/reset-password', 'reset-password', data);
}

function tokenLink(
  context: LetterContext,
  path: string,
  purpose: string,
  data: Record<string, unknown>,
): string {
  return context.link(`${path}?token=${context.token(purpose, String(data.one_time_token))}`);
}
