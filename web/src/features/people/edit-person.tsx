import { Button, Select, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { editPerson } from '../../../../contract/people/edit-person.ts';
import type { PersonDetails } from '../../../../contract/people/person-details.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { useRoles } from '../../lib/use-roles.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { HoursField } from '../../ui/hours-field.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Surface } from '../../ui/surface.tsx';
import classes from './edit-person.module.css';

const fields = [
  ...(['first_name', 'last_name', 'phone_number', 'role', 'weekly_hours_limit'] as const),
  ...(['daily_hours_limit', 'rest_hours_min'] as const),
] as const;

/** Name, phone number, role and limits of someone; read only for whom one may not change. */
export function EditPerson({ person }: { person: PersonDetails }) {
  const { t } = useTranslation(['people', 'ui']);
  const { all, given } = useRoles();
  const form = useForm({
    initialValues: {
      first_name: person.first_name,
      last_name: person.last_name,
      phone_number: person.phone_number ?? '',
      role: person.role as string,
      weekly_hours_limit: person.weekly_hours_limit,
      daily_hours_limit: person.daily_hours_limit ?? 0,
      rest_hours_min: person.rest_hours_min ?? 0,
    },
  });
  const action = useAction(editPerson, {
    version: () => person.version,
    refresh: ['people', 'identity', 'organisations', 'journal', 'assistant'],
    onSuccess: ({ full_name }) => notifyDone(t('isChanged', { full_name })),
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const submit = form.onSubmit((body) => action.mutate({ params: { id: person.id }, body }));
  const offered = given.some(({ value }) => value === person.role) ? given : all;
  return (
    <Surface>
      <form onSubmit={submit} aria-label={t('details')}>
        <Stack p="lg">
          <Title order={2}>{t('details')}</Title>
          <FormProblem error={action.error} fields={fields} />
          <fieldset disabled={!person.can.edit} className={classes.fields}>
            <div className={classes.two}>
              <TextInput label={t('ui:firstName')} required {...form.getInputProps('first_name')} />
              <TextInput label={t('ui:lastName')} {...form.getInputProps('last_name')} />
              <TextInput
                label={t('ui:phoneOptional')}
                type="tel"
                placeholder="+44 20 7946 0000"
                {...form.getInputProps('phone_number')}
              />
              <Select
                label={t('ui:role')}
                allowDeselect={false}
                data={offered}
                disabled={!person.can.edit}
                {...form.getInputProps('role')}
              />
            </div>
            <div className={classes.three}>
              <HoursField
                label={t('weeklyHoursMost')}
                min={1}
                max={168}
                {...form.getInputProps('weekly_hours_limit')}
              />
              <HoursField
                label={t('dailyHoursMost')}
                max={24}
                {...form.getInputProps('daily_hours_limit')}
              />
              <HoursField
                label={t('restHours')}
                max={48}
                {...form.getInputProps('rest_hours_min')}
              />
            </div>
          </fieldset>
          {person.can.edit ? (
            <Button type="submit" size="md" loading={action.isPending} disabled={!form.isDirty()}>
              {t('ui:save')}
            </Button>
          ) : null}
        </Stack>
      </form>
    </Surface>
  );
}
