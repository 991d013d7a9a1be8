import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listRosters } from '../../../../contract/duty/list-rosters.ts';
import { makeSignupLink } from '../../../../contract/registrations/make-signup-link.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';

const fields = ['roster', 'code', 'closes_on'];

/** Makes a link with which volunteers sign up for a roster. */
export function MakeSignupLink({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('registrations');
  const rosters = useQuery(queryOf(listRosters, { query: { limit: 100 } })).data ?? [];
  const form = useForm({ initialValues: { roster: '', code: '', closes_on: '' } });
  const action = useAction(makeSignupLink, {
    onSuccess: () => {
      notifyDone(t('linkMade'));
      onDone();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const submit = form.onSubmit(({ roster, code, closes_on }) =>
    action.mutate({
      body: { roster, code: code.trim() || undefined, closes_on: closes_on || undefined },
    }),
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        <FormProblem error={action.error} fields={fields} />
        <Select
          label={t('forRoster')}
          required
          data-autofocus
          data={rosters.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('roster')}
        />
        <TextInput
          label={t('code')}
          description={t('codeHint')}
          maxLength={60}
          {...form.getInputProps('code')}
        />
        <TextInput type="date" label={t('closes')} {...form.getInputProps('closes_on')} />
        <Group justify="flex-end">
          <Button type="submit" loading={action.isPending} disabled={!form.values.roster}>
            {t('makeLink')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
