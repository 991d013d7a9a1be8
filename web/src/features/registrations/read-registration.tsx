import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconLink, IconPencil, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readRegistration } from '../../../../contract/registrations/read-registration.ts';
import type { Registration } from '../../../../contract/registrations/registration.ts';
import { showInstant } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { EditRegistration } from './edit-registration.tsx';
import { HeardAuditions } from './heard-auditions.tsx';
import { LinkRegistration } from './link-registration.tsx';
import { RegistrationWishes } from './registration-wishes.tsx';
import { StatePill } from './state-pill.tsx';
import type { Decision } from './use-registration-keys.ts';

type ReadRegistrationProps = {
  id: string;
  onClose: () => void;
  onDecide: (decision: Decision) => void;
};

const titles = { read: 'registration', edit: 'editTitle', link: 'linkTitle' } as const;

/** Someone's sign-up beside the list: what they said, how they sound, and what to do with it. */
export function ReadRegistration({ id, onClose, onDecide }: ReadRegistrationProps) {
  const { t } = useTranslation('registrations');
  const [doing, setDoing] = useState<keyof typeof titles>('read');
  const registration = useQuery({
    ...queryOf(readRegistration, { params: { id } }),
    // The addresses of its recordings expire.
    staleTime: 0,
  });
  const back = () => setDoing('read');
  return (
    <Sheet aside title={t(titles[doing])} opened onClose={doing === 'read' ? onClose : back}>
      <QueryView query={registration}>
        {(read) =>
          doing === 'edit' ? (
            <EditRegistration registration={read} onDone={back} />
          ) : doing === 'link' ? (
            <LinkRegistration registration={read} onDone={back} />
          ) : (
            <Stack>
              <Facts registration={read} />
              <Actions registration={read} onDo={setDoing} onDecide={onDecide} />
            </Stack>
          )
        }
      </QueryView>
    </Sheet>
  );
}

function Facts({ registration }: { registration: Registration }) {
  const { t } = useTranslation('registrations');
  const { time_zone } = useMe().organisation;
  const { decided_at, decided_by_name, reason } = registration;
  return (
    <>
      <div>
        <StatePill state={registration.state} />
        <Title order={2} mt={6}>
          {registration.full_name}
        </Title>
        <Text c="dimmed">{registration.roster_name}</Text>
      </div>
      <Group gap="md">
        <Anchor href={`mailto:${registration.email}`}>{registration.email}</Anchor>
        <Anchor href={`tel:${registration.phone}`}>{registration.phone}</Anchor>
      </Group>
      {registration.person_name ? (
        <Text>{t('inDirectory', { name: registration.person_name })}</Text>
      ) : null}
      <HeardAuditions auditions={registration.auditions} />
      <RegistrationWishes registration={registration} />
      {registration.note ? (
        <div>
          <Title order={3}>{t('noteSaid')}</Title>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {registration.note}
          </Text>
        </div>
      ) : null}
      {decided_at ? (
        <Text size="sm" c="dimmed">
          {t('decidedBy', { by: decided_by_name ?? '', when: showInstant(decided_at, time_zone) })}
          {reason ? `: ${reason}` : ''}
        </Text>
      ) : null}
    </>
  );
}

type ActionsProps = {
  registration: Registration;
  onDo: (doing: 'edit' | 'link') => void;
  onDecide: (decision: Decision) => void;
};

function Actions({ registration: { can }, onDo, onDecide }: ActionsProps) {
  const { t } = useTranslation('registrations');
  return (
    <Group gap="xs">
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
      {can.edit ? (
        <Button
          variant="default"
          leftSection={<IconPencil size={16} />}
          onClick={() => onDo('edit')}
        >
          {t('edit')}
        </Button>
      ) : null}
      {can.link ? (
        <Button variant="default" leftSection={<IconLink size={16} />} onClick={() => onDo('link')}>
          {t('link')}
        </Button>
      ) : null}
    </Group>
  );
}
