import { Button, Checkbox, Group, NumberInput, Select, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { editReminderSettings } from '../../../../contract/reminders/edit-reminder-settings.ts';
import type { ReminderSettings } from '../../../../contract/reminders/reminder-settings.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Surface } from '../../ui/surface.tsx';

const fields = ['day_offset', 'time', 'channels', 'attempts_max', 'log_days'];
const channels = ['email', 'whatsapp', 'sms'] as const;
const quarters = Array.from({ length: 96 }, (_, quarter) => {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
});

/** When and on which channels everyone is reminded; saved, what has not gone out is planned anew. */
export function ReminderSettingsForm({ settings }: { settings: ReminderSettings }) {
  const { t } = useTranslation(['duty', 'inbox', 'ui']);
  const { version, can, ...initial } = settings;
  const form = useForm({ initialValues: { ...initial, time: initial.time.slice(0, 5) } });
  const action = useAction(editReminderSettings, {
    version: () => version,
    refresh: ['reminders', 'journal'],
    onSuccess: ({ replanned }) => notifyDone(t('settingsSaved', { count: replanned })),
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  return (
    <Surface>
      <form onSubmit={form.onSubmit((body) => action.mutate({ body }))}>
        <Stack p="md">
          <FormProblem error={action.error} fields={fields} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NumberInput
              label={t('daysBefore')}
              min={0}
              max={14}
              allowDecimal={false}
              {...form.getInputProps('day_offset')}
            />
            <Select
              label={t('atTime')}
              searchable
              allowDeselect={false}
              data={quarters}
              {...form.getInputProps('time')}
            />
          </SimpleGrid>
          <Checkbox.Group
            label={t('channels')}
            description={t('channelsHint')}
            {...form.getInputProps('channels')}
          >
            <Group mt="xs">
              {channels.map((channel) => (
                <Checkbox key={channel} value={channel} label={t(`inbox:channel.${channel}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NumberInput
              label={t('attempts')}
              min={1}
              max={5}
              allowDecimal={false}
              {...form.getInputProps('attempts_max')}
            />
            <NumberInput
              label={t('logDays')}
              min={30}
              max={3650}
              allowDecimal={false}
              {...form.getInputProps('log_days')}
            />
          </SimpleGrid>
          {can.change ? (
            <Group justify="flex-end">
              <Button type="submit" loading={action.isPending} disabled={!form.isDirty()}>
                {t('ui:save')}
              </Button>
            </Group>
          ) : null}
        </Stack>
      </form>
    </Surface>
  );
}
