import { Button, Code, Group, Image, List, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Answer } from '../../../../contract/platform/route.ts';
import { confirmSecondFactor } from '../../../../contract/security/confirm-second-factor.ts';
import { enrolSecondFactor } from '../../../../contract/security/enrol-second-factor.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { CodeField } from './code-field.tsx';
import { useFreshAction } from './use-fresh-action.tsx';

type Enrolling = Answer<typeof enrolSecondFactor>;

/** Switches the second factor on: read a picture, give a code back, keep the recovery codes. */
export function EnrolSecondFactor({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const { t } = useTranslation('security');
  const [enrolling, setEnrolling] = useState<Enrolling | null>(null);
  const action = useFreshAction(enrolSecondFactor, { onSuccess: setEnrolling });
  const close = () => setEnrolling(null);
  return (
    <>
      <Button loading={action.isPending} onClick={() => action.run({ body: {} })}>
        {t('switchItOn')}
      </Button>
      <FormProblem error={action.error} />
      {action.dialog}
      <Sheet title={t('switchOnTitle')} opened={enrolling !== null} onClose={close}>
        {enrolling ? <EnrolForm enrolling={enrolling} onClose={close} onCodes={onCodes} /> : null}
      </Sheet>
    </>
  );
}

type EnrolFormProps = {
  enrolling: Enrolling;
  onClose: () => void;
  onCodes: (codes: readonly string[]) => void;
};

function EnrolForm({ enrolling, onClose, onCodes }: EnrolFormProps) {
  const { t } = useTranslation(['security', 'ui']);
  const form = useForm({ initialValues: { code: '' } });
  const action = useFreshAction(confirmSecondFactor, {
    onSuccess: ({ recovery_codes: codes }) => {
      onClose();
      onCodes(codes);
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  return (
    <>
      <form onSubmit={form.onSubmit((body) => action.run({ body }))}>
        <Stack>
          <List type="ordered" spacing="xs">
            <List.Item>{t('openAnAuthenticatorApp')}</List.Item>
            <List.Item>{t('letItReadThis')}</List.Item>
            <List.Item>{t('typeTheSixDigits')}</List.Item>
          </List>
          <Image
            src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolling.qr)}`}
            alt={t('qrCode')}
            w={200}
            h={200}
            bg="white"
            p={8}
            radius="md"
            mx="auto"
          />
          <Text size="sm" c="dimmed">
            <Trans
              t={t}
              i18nKey="typeSecret"
              values={{ secret: enrolling.secret }}
              components={{ code: <Code style={{ overflowWrap: 'anywhere' }} /> }}
            />
          </Text>
          <FormProblem error={action.error} fields={['code']} />
          <CodeField
            description={t('sixDigits')}
            inputMode="numeric"
            data-autofocus
            {...form.getInputProps('code')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('ui:back')}
            </Button>
            <Button type="submit" loading={action.isPending}>
              {t('switchItOn')}
            </Button>
          </Group>
        </Stack>
      </form>
      {action.dialog}
    </>
  );
}
