import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { resetTemplate } from '../../../../contract/wording/reset-template.ts';
import type { MessageTemplate } from '../../../../contract/wording/wording.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';

type ResetTemplateProps = { template: MessageTemplate; onReset: () => void };

/** The usual words again; the journal keeps what was said instead. */
export function ResetTemplate({ template: { name, language }, onReset }: ResetTemplateProps) {
  const { t } = useTranslation('wording');
  const action = useAction(resetTemplate, {
    onSuccess: () => {
      notifyDone(t('theUsualWordsAgain'));
      onReset();
    },
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      loading={action.isPending}
      onClick={() => action.mutate({ params: { name }, query: { language } })}
    >
      {t('useTheUsualWords')}
    </Button>
  );
}
