import type { Templates } from '../platform/letter.ts';

/** The letters about organisations. */
export const letters: Templates = {
  'person-left': (data, context) => ({
    subject: `${data.full_name} left ${context.organisationName}`,
    opening: `${data.full_name} left ${context.organisationName} and can no longer log in here.`,
    paragraphs: ['What they are on for stays as it is until you change it.'],
    button: { label: 'See the people', url: context.link('/people') },
  }),
};

/** What they look like, for showing them. */
export const letterSamples = { 'person-left': { full_name: 'Alex Morgan' } };
