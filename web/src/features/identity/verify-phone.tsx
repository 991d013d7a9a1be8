import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceMobileCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendPhoneCode } from '../../../../contract/identity/send-phone-code.ts';
import { verifyPhone } from '../../../../contract/identity/verify-phone.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Pill } from '../../ui/pill.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** Whether my phone number is proven to be mine, and a way to prove it. */
export function VerifyPhone() {
  const { t } = useTranslation('identity');
  const me = useMe();
  const [opened, { open, close }] = useDisclosure();
  const send = useAction(sendPhoneCode);
  if (!me.phone_number) return null;
  if (me.phone_verified) {
    return (
      <Group>
        <Pill tone="good">{t('phoneNumberVerified')}</Pill>
      </Group>
    );
  }
  const ask = () => {
    open();
    send.mutate({ body: {} });
  };
  return (
    <Group>
      <Button
        variant="default"
        leftSection={<IconDeviceMobileCheck size={16} />}
        loading={send.isPending}
        onClick={ask}
      >
        {t('verifyNumber', { phone_number: me.phone_number })}
      </Button>
      <Sheet title={t('verifyMyNumber')} opened={opened} onClose={close}>
        <Stack>
          <FormProblem error={send.error} />
          <Text role="status">
            {send.data
              ? t(send.data.sent ? 'codeOnItsWay' : 'codeJustSent', { phone: me.phone_number })
              : null}
          </Text>
          <CodeForm onDone={close} />
        </Stack>
      </Sheet>
    </Group>
  );
}

function CodeForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('identity');
  const [code, setCode] = useState('');
  const action = useAction(verifyPhone, {
    onSuccess: () => {
      notifyDone(t('numberVerified'));
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        action.mutate({ body: { code } });
      }}
    >
      <Stack>
        <FormProblem error={action.error} fields={['code']} />
        <TextInput
          label={t('codeOfTheText')}
          required
          data-autofocus
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={fieldErrorsOf(action.error).code}
        />
        <Button type="submit" size="md" loading={action.isPending} disabled={code.length < 6}>
          {t('verifyIt')}
        </Button>
      </Stack>
    </form>
  );
}
