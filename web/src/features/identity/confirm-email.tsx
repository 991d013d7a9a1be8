import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { confirmEmail } from '../../../../contract/identity/confirm-email.ts';
import { useAction } from '../../lib/use-action.ts';
import { ConfirmByClick } from '../../ui/confirm-by-click.tsx';

/** Confirms a new address with the link of its mail. */
export function ConfirmEmailPage() {
  const { t } = useTranslation(['identity', 'ui']);
  const action = useAction(confirmEmail);
  const { token } = useSearch({ strict: false });
  return (
    <ConfirmByClick
      page={t('newEMailAddress')}
      title={t('yourNewAddress')}
      what={t('confirmEmailHint')}
      incomplete={t('ui:incompleteLink')}
      done={t('addressChanged', { email: action.data?.email ?? '' })}
      token={token}
      action={action}
    />
  );
}
