import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { makeRecoveryCodes } from '../../../../contract/security/make-recovery-codes.ts';
import { notifyProblem } from '../../ui/notify.ts';
import { useFreshAction } from './use-fresh-action.tsx';

/** New recovery codes; those before are void. */
export function MakeRecoveryCodes({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const { t } = useTranslation('security');
  const action = useFreshAction(makeRecoveryCodes, {
    onSuccess: ({ recovery_codes: codes }) => onCodes(codes),
    onError: notifyProblem,
  });
  return (
    <>
      <Button variant="default" loading={action.isPending} onClick={() => action.run({ body: {} })}>
        {t('newRecoveryCodes')}
      </Button>
      {action.dialog}
    </>
  );
}
