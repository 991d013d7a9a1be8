import { Button, NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { makeJoinCode } from '../../../../contract/people/make-join-code.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';

/** Makes a code with which people join by themselves. */
export function MakeJoinCode() {
  const { t } = useTranslation('people');
  const [opened, { open, close }] = useDisclosure();
  const verified = useMe().is_email_verified;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={open}
        disabled={!verified}
      >
        {t('makeACode')}
      </Button>
      <Sheet title={t('makeACode')} opened={opened} onClose={close}>
        <CodeForm onDone={close} />
      </Sheet>
    </>
  );
}

function CodeForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('people');
  const form = useForm({ initialValues: { uses_max: 25, days: 7 } });
  const action = useAction(makeJoinCode, {
    refresh: ['people', 'journal'],
    onSuccess: ({ code }) => {
      notifyDone(t('theCodeIs', { code }));
      onDone();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  return (
    <form onSubmit={form.onSubmit((body) => action.mutate({ body }))}>
      <Stack>
        <FormProblem error={action.error} fields={['uses_max', 'days']} />
        <SimpleGrid cols={2}>
          <NumberInput
            label={t('forHowManyPeople')}
            min={1}
            max={1000}
            allowDecimal={false}
            data-autofocus
            {...form.getInputProps('uses_max')}
          />
          <NumberInput
            label={t('forHowManyDays')}
            min={1}
            max={365}
            allowDecimal={false}
            {...form.getInputProps('days')}
          />
        </SimpleGrid>
        <Button type="submit" size="md" loading={action.isPending}>
          {t('makeTheCode')}
        </Button>
      </Stack>
    </form>
  );
}
