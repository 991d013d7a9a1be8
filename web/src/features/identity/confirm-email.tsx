import { useSearch } from '@tanstack/react-router';
import { confirmEmail } from '../../../../contract/identity/confirm-email.ts';
import { useAction } from '../../lib/use-action.ts';
import { ConfirmByClick } from '../../ui/confirm-by-click.tsx';

/** Confirms a new address with the link of its mail. */
export function ConfirmEmailPage() {
  const { token } = useSearch({ strict: false });
  return (
    <ConfirmByClick
      page="New e-mail address"
      title="Your new address"
      what="One click, and you log in with it from now on."
      incomplete="This link is not complete. Open it from the mail."
      token={token}
      action={useAction(confirmEmail)}
    />
  );
}
