import type { Templates } from '../platform/letter.ts';

/** The letters of the directory. Their data holds no token, only the id that one is made from. */
export const letters: Templates = {
  invited: (data, { organisationName, link, token }) => ({
    subject: `${organisationName} invites you`,
    opening: `${data.inviter} invites you to ${organisationName}.`,
    facts: [['Role', String(data.role)]],
    paragraphs: ['The link is for you alone. It is good once, for 7 days.'],
    button: {
      label: 'Accept the invitation',
      url: link(`/invite?token=${token('invitation', String(data.one_time_token))}`),
    },
  }),
};

/** What they look like, for showing them. */
export const letterSamples = {
  invited: { inviter: 'Kim Berg', role: 'member', one_time_token: '' },
};
