import type { UncoveredWindow } from '../../contract/assistant/gap.ts';
import type { Letter, LetterContext, Templates } from '../platform/letter.ts';
import { shortDate, spansOf } from './words.ts';

/** What is kept with the letter: the gaps as they stood; `text` when a model wrote some. */
export type GapAlert = { gaps: UncoveredWindow[]; text: string | null };

/** The letter that tells an admin of the gaps ahead. */
export const gapLetters = {
  'gap-alert': (data: Record<string, unknown>, { link }: LetterContext): Letter => {
    const { gaps, text } = data as GapAlert;
    const first = gaps[0];
    return {
      subject: `${count(gaps)} ahead, the first on ${first ? shortDate(first.date) : 'no day'}`,
      opening: `In the next two weeks ${count(gaps)} ${gaps.length === 1 ? 'is' : 'are'} not covered.`,
      facts: gaps.map((gap) => [
        `${shortDate(gap.date)}, ${gap.name} ${spansOf(gap.gaps)}`,
        whoCould(gap),
      ]),
      paragraphs: text ? text.split(/\n{2,}/) : [],
      button: { label: 'Open the calendar', url: link('/calendar') },
    };
  },
} satisfies Templates;

function count(gaps: readonly unknown[]): string {
  return gaps.length === 1 ? '1 window' : `${gaps.length} windows`;
}

function whoCould({ candidates }: UncoveredWindow): string {
  if (candidates.length === 0) return 'Nobody is free and within their hours.';
  return candidates.map(({ name, reasons }) => `${name} (${reasons.join('; ')})`).join('. ');
}

const sample: GapAlert = {
  gaps: [
    {
      ...{ schedule_period: '', date: '2026-12-01', window: 'morning', name: 'Morning' },
      ...{ start_time: '06:00:00', end_time: '09:00:00' },
      gaps: [{ start_time: '07:00:00', end_time: '09:00:00' }],
      candidates: [
        {
          ...{ person: '', name: 'Alex Morgan', reasons: ['free', '12 of 40 hours that week'] },
          ...{ hours_after: '14.00', limit: '40.00' },
        },
      ],
    },
  ],
  text: null,
};

/** What a gap alert looks like, for showing it. */
export const gapSamples = { 'gap-alert': sample };
