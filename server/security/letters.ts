import type { LetterContext, Templates } from '../platform/letter.ts';

const notYou = 'If that was not you, set a new password at once: it ends every session.';
const setPassword = (context: LetterContext) => ({
  label: 'Set a new password',
  url: context.link('/forgot-password'),
});

/** The letters about what guards an account: whoever did not do it themself must hear of it. */
export const letters: Templates = {
  'password-replaced': (data, context) => ({
    subject: 'Your password was changed',
    opening: data.kept
      ? 'Your password was just changed. Your other sessions go on.'
      : 'Your password was just changed, and your other sessions were ended.',
    paragraphs: [notYou],
    button: setPassword(context),
  }),
  'second-factor-enabled': (_data, context) => ({
    subject: 'Your log-in now asks for a code',
    opening: 'From now on your log-in asks for a code of your authenticator app.',
    paragraphs: ['Keep the recovery codes where your telephone is not.', notYou],
    button: setPassword(context),
  }),
  'second-factor-disabled': (_data, context) => ({
    subject: 'Your log-in no longer asks for a code',
    opening: 'The second factor of your account was switched off.',
    paragraphs: [notYou],
    button: setPassword(context),
  }),
  'api-key-made': (data, context) => ({
    subject: 'A new API key acts in your name',
    opening: `The API key “${data.name}” was just made. A program that has it acts as you.`,
    facts: [['May', (data.scopes as string[]).join(', ')]],
    paragraphs: ['If you did not make it, revoke it, and set a new password.'],
    button: { label: 'See my API keys', url: context.link('/account/security') },
  }),
};

/** What they look like, for showing them. */
export const letterSamples: Record<string, Record<string, unknown>> = {
  'password-replaced': { kept: false },
  'second-factor-enabled': {},
  'second-factor-disabled': {},
  'api-key-made': { name: 'Payroll', scopes: ['shift.read', 'hours.read'] },
};
