import {
  Button,
  ColorInput,
  Group,
  NumberInput,
  SegmentedControl,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { createDutyType } from '../../../../contract/duty/create-duty-type.ts';
import type { DutyType } from '../../../../contract/duty/duty-type.ts';
import { editDutyType } from '../../../../contract/duty/edit-duty-type.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { DeleteDutyType } from './delete-duty-type.tsx';
import { ClockFields, SunFields } from './duty-time-fields.tsx';
import { bodyOf, colours, type DutyWish, wishOf } from './duty-wish.ts';

type DutyTypeFormProps = { duty: DutyType | undefined; position: number; onDone: () => void };

const fields = ['name', 'start_time', 'end_time', 'people', 'colour', 'sun.minutes'];

/** What a duty is: its name, when in a day by the clock or the sun, how many people, its colour. */
export function DutyTypeForm({ duty, position, onDone }: DutyTypeFormProps) {
  const { t } = useTranslation(['duty', 'ui']);
  const form = useForm<DutyWish>({ initialValues: wishOf(duty, position) });
  const done = () => {
    notifyDone(t('ui:saved'));
    onDone();
  };
  const add = useAction(createDutyType, { onSuccess: done });
  const edit = useAction(editDutyType, { version: () => duty?.version, onSuccess: done });
  const { error } = duty ? edit : add;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is the same all its life
  useEffect(() => form.setErrors(fieldErrorsOf(error)), [error]);
  const submit = form.onSubmit((wish) => {
    const body = bodyOf(wish);
    if (duty) edit.mutate({ params: { id: duty.id }, body });
    else add.mutate({ body: { ...body, position } });
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        <FormProblem error={error} fields={fields} />
        <TextInput
          label={t('dutyName')}
          required
          data-autofocus
          maxLength={80}
          {...form.getInputProps('name')}
        />
        <SegmentedControl
          fullWidth
          aria-label={t('timeBy')}
          data={[
            { value: 'clock', label: t('byClock') },
            { value: 'sun', label: t('bySun') },
          ]}
          {...form.getInputProps('by')}
        />
        {form.values.by === 'clock' ? <ClockFields form={form} /> : <SunFields form={form} />}
        <Group grow align="flex-start">
          <NumberInput
            label={t('peopleLabel')}
            min={1}
            max={50}
            allowDecimal={false}
            {...form.getInputProps('people')}
          />
          <ColorInput
            label={t('colour')}
            size="md"
            format="hex"
            swatches={colours}
            {...form.getInputProps('colour')}
          />
        </Group>
        {duty ? (
          <Switch
            label={t('active')}
            description={t('activeHint')}
            {...form.getInputProps('active', { type: 'checkbox' })}
          />
        ) : null}
        <Group justify="flex-end">
          {duty?.can.delete ? <DeleteDutyType duty={duty} onDone={onDone} /> : null}
          <Button
            type="submit"
            loading={add.isPending || edit.isPending}
            disabled={!form.values.name.trim()}
          >
            {duty ? t('ui:save') : t('ui:add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
