import { Anchor, Avatar, Button, Group, Text } from '@mantine/core';
import { IconCheck, IconMicrophone, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Registration } from '../../../../contract/registrations/registration.ts';
import { showInstant } from '../../lib/format.ts';
import { useMe } from '../../lib/use-me.ts';
import classes from './registration-row.module.css';
import { StatePill } from './state-pill.tsx';
import type { Decision } from './use-registration-keys.ts';

type RegistrationRowProps = {
  registration: Registration;
  isCurrent: boolean;
  onCurrent: () => void;
  onOpen: () => void;
  onDecide: (decision: Decision) => void;
};

/** Someone who signed up, in a row: who, for what, with what, and what was decided. */
export function RegistrationRow(props: RegistrationRowProps) {
  const { registration, isCurrent, onCurrent, onOpen, onDecide } = props;
  const { t } = useTranslation('registrations');
  const { time_zone } = useMe().organisation;
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const { full_name, can, auditions, preferences } = registration;
  return (
    <article
      ref={row}
      className={classes.row}
      data-current={isCurrent || undefined}
      aria-current={isCurrent || undefined}
      aria-label={full_name}
      onFocus={onCurrent}
    >
      <Avatar name={full_name} color="cobalt" visibleFrom="sm" />
      <div className={classes.facts}>
        <Group gap="xs">
          <Anchor component="button" fw={600} c="inherit" onClick={onOpen}>
            {full_name}
          </Anchor>
          <StatePill state={registration.state} />
        </Group>
        <Text size="sm" c="dimmed">
          {registration.roster_name} · {showInstant(registration.created_at, time_zone)}
        </Text>
        <Group gap="md">
          {auditions.length > 0 ? (
            <Text size="sm" className={classes.auditions ?? ''}>
              <IconMicrophone size={14} aria-hidden />
              {t('auditionsCount', { count: auditions.length })}
            </Text>
          ) : null}
          {preferences.dates_not.length > 0 ? (
            <Text size="sm">{t('daysNot', { count: preferences.dates_not.length })}</Text>
          ) : null}
          {registration.person_name ? (
            <Text size="sm">{t('inDirectory', { name: registration.person_name })}</Text>
          ) : null}
        </Group>
      </div>
      <div className={classes.actions}>
        {can.accept ? (
          <Button leftSection={<IconCheck size={16} />} onClick={() => onDecide('accept')}>
            {t('accept')}
          </Button>
        ) : null}
        {can.decline ? (
          <Button
            variant="default"
            leftSection={<IconX size={16} />}
            onClick={() => onDecide('decline')}
          >
            {t('decline')}
          </Button>
        ) : null}
      </div>
    </article>
  );
}
