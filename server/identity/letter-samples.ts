const token = { one_time_token: '' };

/** What the letters about accounts look like, for showing them. */
export const letterSamples: Record<string, Record<string, unknown>> = {
  'verify-email': token,
  'reset-password': token,
  invitation: { ...token, inviter: 'Kim Berg' },
  added: { inviter: 'Kim Berg' },
  'session-reused': {},
  'password-changed': {},
  'phone-code': { one_time_token: '' },
  'confirm-email': { one_time_token: '' },
  'email-changed': { email: 'kim@berg.example' },
};
