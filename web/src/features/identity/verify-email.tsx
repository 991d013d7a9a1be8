import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { verifyEmail } from '../../../../contract/identity/verify-email.ts';
import { useAction } from '../../lib/use-action.ts';
import { ConfirmByClick } from '../../ui/confirm-by-click.tsx';

/** Confirms the address that someone registered with. */
export function VerifyEmailPage() {
  const { t } = useTranslation('identity');
  const { token } = useSearch({ strict: false });
  return (
    <ConfirmByClick
      page={t('verifyEMail')}
      title={t('verifyYourEMail')}
      what={t('verifyEmailHint')}
      incomplete={t('incompleteVerifyLink')}
      done={t('addressConfirmed')}
      token={token}
      action={useAction(verifyEmail)}
    />
  );
}
