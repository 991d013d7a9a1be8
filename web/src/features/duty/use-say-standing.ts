import { useTranslation } from 'react-i18next';
import type { RosterPerson } from '../../../../contract/duty/list-roster-people.ts';
import { showInstant, showInstants } from '../../lib/format.ts';
import { useMe } from '../../lib/use-me.ts';
import { choiceOf, type DatedCell, type Standing } from './grid-person.ts';

type Said = { is: Standing['is']; free: number; sentence: string };

type Say = (person: RosterPerson, cells: readonly DatedCell[], leaving?: string) => Said;

/** Says how someone stands to some cells: free, or what keeps them and when. */
export function useSayStanding(): Say {
  const { t } = useTranslation('duty');
  const { time_zone } = useMe().organisation;
  return (person, cells, leaving) => {
    const { standing, free } = choiceOf(person, cells, leaving);
    const said = sentenceOf(standing);
    if (cells.length < 2 || free === cells.length) return { is: standing.is, free, sentence: said };
    const sentence = `${t('freeIn', { count: free, of: cells.length })} ${said}`.trim();
    return { is: standing.is, free, sentence };
  };

  function sentenceOf(standing: Standing): string {
    if (standing.is === 'busy') {
      const { what, starts_at, ends_at } = standing.clash;
      return t('busy', { what, when: showWhen(starts_at, ends_at, time_zone) });
    }
    if (standing.is === 'free') {
      return standing.wish ? t(standing.wish === 'wants' ? 'wants' : 'ratherNot') : '';
    }
    return t(({ has: 'hasIt', full: 'cellFull', shut: 'cellShut' } as const)[standing.is]);
  }
}

/** From when to when: with the days when it is more than one. */
function showWhen(from: string, to: string, timeZone: string): string {
  const [start, end] = [showInstant(from, timeZone), showInstant(to, timeZone)];
  const isOneDay = start.slice(0, -5) === end.slice(0, -5);
  return isOneDay ? showInstants(from, to, timeZone) : `${start} – ${end}`;
}
