import { Button, Kbd, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../../contract/assistant/gap.ts';
import { showDate } from '../lib/format.ts';
import { useOverlays } from '../lib/overlays.ts';
import { saySentence } from '../lib/say-problem.ts';
import classes from './candidate-rows.module.css';

type CandidateRowsProps = {
  candidates: readonly Candidate[];
  /** What they would be put on: its date, its times, and what it is called. */
  span: { date: string; start_time: string; end_time: string };
  called: string;
  /** Who asked for the span: they are said yes to by approving. */
  asker?: string;
  /** The rows have the keys 1 to 3, and show them. */
  keys?: boolean;
};

/** Who could take a span, best first, each with the reasons and the way to put them on. */
export function CandidateRows({ candidates, span, called, asker, keys }: CandidateRowsProps) {
  const { t } = useTranslation('ui');
  const { openAsk } = useOverlays();
  if (candidates.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('nobodyFree')}
      </Text>
    );
  }
  const { date, ...times } = span;
  return (
    <ol className={classes.people} aria-label={t('whoCouldTakeIt')}>
      {candidates.map(({ person, name, reasons }, index) => (
        <li key={person} className={classes.person}>
          <div className={classes.why}>
            <Text fw={550}>{name}</Text>
            <Text size="sm" c="dimmed">
              {[...(person === asker ? [t('askedForIt')] : []), ...reasons.map(saySentence)].join(
                ' · ',
              )}
            </Text>
          </div>
          {person === asker ? null : (
            <Button
              variant="default"
              leftSection={<IconUserPlus size={16} />}
              rightSection={keys ? <PutOnKey number={index + 1} /> : null}
              aria-label={t('putOnWhom', { name, date: showDate(date), called })}
              onClick={() => openAsk(date, { ...times, person })}
            >
              {t('putOn')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

function PutOnKey({ number }: { number: number }) {
  return (
    <Kbd size="xs" visibleFrom="sm" aria-hidden>
      {number}
    </Kbd>
  );
}
