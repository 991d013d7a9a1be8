import { useSearch } from '@tanstack/react-router';
import { verifyEmail } from '../../../../contract/identity/verify-email.ts';
import { useAction } from '../../lib/use-action.ts';
import { ConfirmByClick } from '../../ui/confirm-by-click.tsx';

/** Confirms the address that someone registered with. */
export function VerifyEmailPage() {
  const { token } = useSearch({ strict: false });
  return (
    <ConfirmByClick
      page="Verify e-mail"
      title="Verify your e-mail"
      what="One click, and messages can go out in your name."
      incomplete="This link is not complete. Open it from the mail, or have it sent again."
      token={token}
      action={useAction(verifyEmail)}
    />
  );
}
