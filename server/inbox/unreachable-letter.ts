import type { Letter, Templates } from '../platform/letter.ts';

type Unreachable = { channel: 'sms' | 'whatsapp'; address: string; detail: string };

/** What someone reads whose number takes no texts. */
export const unreachableLetter: Templates = {
  'number-unreachable': (data, { link }): Letter => {
    const { channel, address, detail } = data as Unreachable;
    const what = channel === 'sms' ? 'Text messages' : 'WhatsApp messages';
    return {
      subject: `${what} to ${address} don’t arrive`,
      opening: `${what} to your number can’t be delivered, so none are sent there any more.`,
      facts: [
        ['Number', address],
        ['What the provider says', detail],
      ],
      paragraphs: ['Correct your number, or choose other ways to be told.'],
      button: { label: 'Open my account', url: link('/account') },
    };
  },
};

/** What the preview of its wording is written from. */
export const unreachableSample = {
  'number-unreachable': {
    ...{ channel: 'sms', address: '+44 7700 900123' },
    detail: 'Not a valid phone number.',
  },
};
