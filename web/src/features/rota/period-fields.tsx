import { NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';

export type PeriodWish = { name: string; start_date: string; end_date: string; seats: number };
export const periodFields = ['name', 'start_date', 'end_date', 'seats'] as const;

/** What is said of a period when it is opened or changed. */
export function PeriodFields({ form }: { form: UseFormReturnType<PeriodWish> }) {
  return (
    <>
      <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput type="date" label="First day" required {...form.getInputProps('start_date')} />
        <TextInput type="date" label="Last day" required {...form.getInputProps('end_date')} />
      </SimpleGrid>
      <NumberInput
        label="People on at the same moment, at most"
        min={1}
        max={50}
        allowDecimal={false}
        {...form.getInputProps('seats')}
      />
    </>
  );
}
