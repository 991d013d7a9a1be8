import {
  IconAlertTriangle,
  IconCheck,
  IconHeart,
  IconHeartOff,
  IconLock,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RosterPerson } from '../../../../contract/duty/list-roster-people.ts';
import { choiceOf, type DatedCell, type Standing } from './grid-person.ts';
import classes from './name-row.module.css';
import { useSayStanding } from './use-say-standing.ts';

/** Someone's name with how they stand to some cells: a sign, a sentence, and how many duties they have. */
export function NameRow({ person, cells }: { person: RosterPerson; cells: readonly DatedCell[] }) {
  const { t } = useTranslation('duty');
  const { standing, free } = choiceOf(person, cells);
  const { sentence } = useSayStanding()(person, cells);
  const Sign = signOf(standing);
  const tone = free > 0 || standing.is !== 'busy' ? standing.is : 'busy';
  return (
    <div className={classes.row} data-standing={tone}>
      <Sign size={14} aria-hidden className={classes.sign} />
      <div className={classes.who}>
        <div className={classes.name}>{person.name}</div>
        {sentence ? <div className={classes.why}>{sentence}</div> : null}
      </div>
      <span className={classes.count} title={t('dutiesOf', { count: person.duties })}>
        {person.duties}
      </span>
    </div>
  );
}

function signOf(standing: Standing) {
  if (standing.is === 'busy' || standing.is === 'shut') return IconAlertTriangle;
  if (standing.is !== 'free') return IconLock;
  if (standing.wish === 'wants') return IconHeart;
  return standing.wish === 'rather-not' ? IconHeartOff : IconCheck;
}
