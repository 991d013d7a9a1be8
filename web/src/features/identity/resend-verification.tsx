import { Button, Group, Text } from '@mantine/core';
import { IconMailExclamation } from '@tabler/icons-react';
import { resendVerification } from '../../../../contract/identity/resend-verification.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import classes from './resend-verification.module.css';

/** Reminds that the e-mail address is not verified yet; sends the mail again. */
export function ResendVerification() {
  const me = useMe();
  if (me.is_email_verified) return null;
  return (
    <Group
      className={classes.banner ?? ''}
      gap="sm"
      wrap="nowrap"
      role="region"
      aria-label="Address not verified"
    >
      <IconMailExclamation size={18} aria-hidden />
      <Text size="sm" flex={1}>
        Verify <strong className={classes.address}>{me.email}</strong> with the link we sent
        <Text span inherit visibleFrom="sm">
          , so that messages can go out in your name
        </Text>
        .
      </Text>
      <ResendVerificationButton />
    </Group>
  );
}

/** Sends the mail that verifies one's own address again. */
export function ResendVerificationButton() {
  const action = useAction(resendVerification, {
    onSuccess: ({ message }) => notifyDone(message),
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
      Send it again
    </Button>
  );
}
