import { Button, Group, Text } from '@mantine/core';
import { IconMailExclamation } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { resendVerification } from '../../../../contract/identity/resend-verification.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import classes from './resend-verification.module.css';

/** Reminds that the e-mail address is not verified yet; sends the mail again. */
export function ResendVerification() {
  const { t } = useTranslation('identity');
  const me = useMe();
  if (me.is_email_verified) return null;
  return (
    <Group
      className={classes.banner ?? ''}
      gap="sm"
      wrap="nowrap"
      role="region"
      aria-label={t('addressNotVerified')}
    >
      <IconMailExclamation size={18} aria-hidden />
      <Text size="sm" flex={1}>
        <Trans
          t={t}
          i18nKey="verifyAddress"
          values={{ email: me.email }}
          components={{
            strong: <strong className={classes.address} />,
            more: <Text span inherit visibleFrom="sm" />,
          }}
        />
      </Text>
      <ResendVerificationButton />
    </Group>
  );
}

/** Sends the mail that verifies one's own address again. */
export function ResendVerificationButton() {
  const { t } = useTranslation('identity');
  const action = useAction(resendVerification, {
    onSuccess: ({ sent }) => notifyDone(t(sent ? 'mailOnItsWay' : 'mailJustSent')),
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      size="xs"
      flex="none"
      loading={action.isPending}
      onClick={() => action.mutate({ body: {} })}
    >
      {t('sendItAgain')}
    </Button>
  );
}
