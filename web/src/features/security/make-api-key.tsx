import { Button, Checkbox, Group, ScrollArea, Select, Stack, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../../contract/identity/permissions.ts';
import { makeApiKey } from '../../../../contract/security/make-api-key.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useMe } from '../../lib/use-me.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ApiKeyMade } from './api-key-made.tsx';
import { useFreshAction } from './use-fresh-action.tsx';

/** Makes an API key, and shows it once. */
export function MakeApiKey() {
  const { t } = useTranslation('security');
  const [opened, setOpened] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  // Out here, so that nothing typed is lost when the dialog is drawn anew.
  const form = useForm({ initialValues: empty });
  const close = () => {
    setOpened(false);
    setKey(null);
    form.reset();
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('makeAKey')}
      </Button>
      <Sheet title={key ? t('yourNewKey') : t('makeAnApiKey')} opened={opened} onClose={close}>
        {key ? <ApiKeyMade apiKey={key} onClose={close} /> : null}
        {opened && !key ? <MakeApiKeyForm form={form} onMade={setKey} onClose={close} /> : null}
      </Sheet>
    </>
  );
}

const lifetimes = ['30', '90', '366'] as const;
const fields = ['name', 'scopes', 'expires_in_days'] as const;
const empty = { name: '', scopes: [] as string[], days: '90' };

type MakeApiKeyFormProps = {
  form: UseFormReturnType<typeof empty>;
  onMade: (key: string) => void;
  onClose: () => void;
};

function MakeApiKeyForm({ form, onMade, onClose }: MakeApiKeyFormProps) {
  const { t } = useTranslation(['security', 'ui']);
  const mine = useMe().permissions;
  const action = useFreshAction(makeApiKey, {
    onSuccess: ({ key }) => onMade(key),
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const submit = form.onSubmit(({ name, scopes, days }) =>
    action.run({
      body: { name, scopes: scopes as Permission[], expires_in_days: Number(days) },
    }),
  );
  // The dialog stands beside the form: React would tell the form of what is submitted in it.
  return (
    <>
      <form onSubmit={submit}>
        <Stack>
          <FormProblem error={action.error} fields={fields} />
          <TextInput
            label={t('ui:name')}
            description={t('keyNameHint')}
            required
            maxLength={80}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <Select
            label={t('goodFor')}
            data={lifetimes.map((value) => ({ value, label: t(`lifetime.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('days')}
          />
          <Checkbox.Group
            label={t('whatItMayDo')}
            description={t('scopesHint')}
            required
            {...form.getInputProps('scopes')}
          >
            <ScrollArea.Autosize mah={240} mt="xs" type="auto" viewportProps={{ tabIndex: 0 }}>
              <Stack gap="xs">
                {mine.map((name) => (
                  <Checkbox key={name} value={name} label={name} />
                ))}
              </Stack>
            </ScrollArea.Autosize>
          </Checkbox.Group>
          <Group justify="space-between">
            <Button
              variant="subtle"
              onClick={() => form.setFieldValue('scopes', mine.filter(isReading))}
            >
              {t('tickAllReading')}
            </Button>
            <Group>
              <Button variant="default" onClick={onClose}>
                {t('ui:back')}
              </Button>
              <Button
                type="submit"
                loading={action.isPending}
                disabled={form.values.scopes.length === 0}
              >
                {t('ui:makeIt')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
      {action.dialog}
    </>
  );
}

function isReading(permission: string): boolean {
  return permission.endsWith('.read');
}
