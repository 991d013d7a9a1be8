import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { editRegistration } from '../../../../contract/registrations/edit-registration.ts';
import type { Registration } from '../../../../contract/registrations/registration.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';

type EditRegistrationProps = { registration: Registration; onDone: () => void };
const fields = ['full_name', 'email', 'phone', 'note'];

/** Corrects what someone typed of themself. */
export function EditRegistration({ registration, onDone }: EditRegistrationProps) {
  const { t } = useTranslation(['registrations', 'ui']);
  const { full_name, email, phone, note } = registration;
  const form = useForm({ initialValues: { full_name, email, phone, note } });
  const action = useAction(editRegistration, {
    version: () => registration.version,
    onSuccess: () => {
      notifyDone(t('ui:saved'));
      onDone();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  return (
    <form
      onSubmit={form.onSubmit((body) => action.mutate({ params: { id: registration.id }, body }))}
    >
      <Stack>
        <FormProblem error={action.error} fields={fields} />
        <TextInput
          label={t('fullName')}
          required
          data-autofocus
          {...form.getInputProps('full_name')}
        />
        <TextInput type="email" label={t('email')} required {...form.getInputProps('email')} />
        <TextInput type="tel" label={t('phone')} required {...form.getInputProps('phone')} />
        <Textarea label={t('noteSaid')} autosize minRows={2} {...form.getInputProps('note')} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('ui:back')}
          </Button>
          <Button type="submit" loading={action.isPending} disabled={!form.isDirty()}>
            {t('ui:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
