import { NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';

export type PeriodWish = { name: string; start_date: string; end_date: string; seats: number };
export const periodFields = ['name', 'start_date', 'end_date', 'seats'] as const;

/** What is said of a period when it is opened or changed. */
export function PeriodFields({ form }: { form: UseFormReturnType<PeriodWish> }) {
  const { t } = useTranslation(['rota', 'ui']);
  return (
    <>
      <TextInput label={t('ui:name')} required data-autofocus {...form.getInputProps('name')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          type="date"
          label={t('firstDay')}
          required
          {...form.getInputProps('start_date')}
        />
        <TextInput type="date" label={t('lastDay')} required {...form.getInputProps('end_date')} />
      </SimpleGrid>
      <NumberInput
        label={t('peopleAtMost')}
        min={1}
        max={50}
        allowDecimal={false}
        {...form.getInputProps('seats')}
      />
    </>
  );
}
