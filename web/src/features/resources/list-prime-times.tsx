import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPrimeTimes } from '../../../../contract/resources/list-prime-times.ts';
import type { PrimeTime } from '../../../../contract/resources/prime-time.ts';
import { readBookingSettings } from '../../../../contract/resources/read-booking-settings.ts';
import { toMinutes, toTime } from '../../lib/dates.ts';
import { queryOf } from '../../lib/query.ts';
import { useResources } from '../../lib/use-resources.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { AddPrimeTime, type NewPrimeTime, useAddPrimeTime } from './add-prime-time.tsx';
import { BookingSetup } from './booking-setup.tsx';
import { EditPrimeTime } from './edit-prime-time.tsx';
import { PrimeTimeList } from './prime-time-list.tsx';
import { PrimeTimeWeek } from './prime-time-week.tsx';

type Doing = { what: 'add'; wish: NewPrimeTime } | { what: 'edit'; prime: PrimeTime };

/** When an admin decides on reservations: a week to paint on, or a form for who has no mouse. */
export function PrimeTimePage() {
  const { t } = useTranslation('resources');
  const { resource } = useSearch({ strict: false });
  const times = useQuery(queryOf(listPrimeTimes, { query: { resource } }));
  const settings = useQuery(queryOf(readBookingSettings, {})).data;
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  const phone = usePhone();
  const paint = useAddPrimeTime();
  const open = {
    from: settings ? toMinutes(settings.business_start_time) : 0,
    to: settings ? toMinutes(settings.business_end_time) || 24 * 60 : 24 * 60,
  };
  const edit = (prime: PrimeTime) => setDoing({ what: 'edit', prime });
  const add = { weekdays: [], start_time: '', end_time: '' };
  return (
    <Page
      title={t('prime.title')}
      description={t('prime.description')}
      actions={
        <>
          <BookingSetup at="/booking/prime-time" />
          <Scope resource={resource} />
          <Button
            leftSection={<IconPlus size={16} />}
            onClick={() => setDoing({ what: 'add', wish: add })}
          >
            {t('prime.add')}
          </Button>
        </>
      }
    >
      <QueryView query={times}>
        {(found) => (
          <Stack gap="md">
            {phone ? null : (
              <PrimeTimeWeek
                times={found}
                scope={resource ?? null}
                open={open}
                onEdit={edit}
                onPaint={(weekday, { from, to }) =>
                  paint.add(
                    { weekdays: [weekday], start_time: toTime(from), end_time: toTime(to) },
                    resource ?? null,
                  )
                }
              />
            )}
            {phone ? <PrimeTimeList times={found} onEdit={edit} /> : <PaintHint />}
          </Stack>
        )}
      </QueryView>
      <Sheet title={doing ? t(`prime.doing.${doing.what}`) : ''} opened={!!doing} onClose={done}>
        {doing?.what === 'add' ? (
          <AddPrimeTime wish={doing.wish} resource={resource ?? null} onDone={done} />
        ) : null}
        {doing?.what === 'edit' ? <EditPrimeTime prime={doing.prime} onDone={done} /> : null}
      </Sheet>
    </Page>
  );
}

function PaintHint() {
  const { t } = useTranslation('resources');
  return (
    <Text size="sm" c="dimmed">
      {t('prime.hint')}
    </Text>
  );
}

function Scope({ resource }: { resource: string | undefined }) {
  const { t } = useTranslation('resources');
  const resources = useResources().data ?? [];
  const navigate = useNavigate();
  if (resources.length < 2) return null;
  return (
    <Group gap="xs" flex="1 1 9rem" maw={240}>
      <Select
        aria-label={t('prime.scope')}
        size="sm"
        w="100%"
        placeholder={t('prime.allResources')}
        clearable
        data={resources.map(({ id, name }) => ({ value: id, label: name }))}
        value={resource ?? null}
        onChange={(id) =>
          void navigate({ to: '/booking/prime-time', search: { resource: id ?? undefined } })
        }
      />
    </Group>
  );
}
