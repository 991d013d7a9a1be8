import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookingSettings } from '../../../../contract/resources/booking-settings.ts';
import { editBookingSettings } from '../../../../contract/resources/edit-booking-settings.ts';
import { readBookingSettings } from '../../../../contract/resources/read-booking-settings.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { BookingSetup } from './booking-setup.tsx';
import { SettingsFields, settingFields, settingsIn } from './settings-fields.tsx';

/** How the organisation takes reservations; a resource may have its own of each. */
export function BookingSettingsPage() {
  const { t } = useTranslation('resources');
  const settings = useQuery(queryOf(readBookingSettings, {}));
  return (
    <Page
      title={t('settings.title')}
      description={t('settings.description')}
      narrow
      actions={<BookingSetup at="/booking/settings" />}
    >
      <QueryView query={settings}>
        {(found) => <SettingsForm key={found.version} settings={found} />}
      </QueryView>
    </Page>
  );
}

// Only these can be without a value: then there is no limit.
const limits: readonly string[] = ['live_reservations_max', 'weekly_hours_max'];

function SettingsForm({ settings }: { settings: BookingSettings & { version: number } }) {
  const { t } = useTranslation(['resources', 'ui']);
  const [wish, setWish] = useState(settingsIn(settings));
  const action = useAction(editBookingSettings, {
    version: () => settings.version,
    refresh: ['resources', 'booking'],
    onSuccess: () => notifyDone(t('ui:saved')),
  });
  // What must have a value and was emptied stays as it was.
  const change = Object.fromEntries(
    settingFields.flatMap((field) => {
      const value = wish[field];
      const empties = value === null && !limits.includes(field);
      return value === settings[field] || empties ? [] : [[field, value]];
    }),
  ) as Partial<BookingSettings>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        action.mutate({ body: change });
      }}
    >
      <Surface>
        <Stack p="lg">
          <FormProblem error={action.error} fields={settingFields} />
          <SettingsFields value={wish} onChange={setWish} errors={fieldErrorsOf(action.error)} />
          <Group justify="flex-end">
            <Button
              type="submit"
              size="md"
              loading={action.isPending}
              disabled={Object.keys(change).length === 0}
            >
              {t('ui:save')}
            </Button>
          </Group>
        </Stack>
      </Surface>
    </form>
  );
}
