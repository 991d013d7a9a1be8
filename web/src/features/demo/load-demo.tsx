import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { loadDemo } from '../../../../contract/demo/load-demo.ts';
import { refreshModules } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyProblem } from '../../ui/notify.ts';

/** Fills the empty database with the demo care team; its log-ins then show up by themselves. */
export function LoadDemo() {
  const { t } = useTranslation('demo');
  const action = useAction(loadDemo, {
    onSuccess: () => refreshModules('identity'),
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      flex="none"
      leftSection={<IconSparkles size={18} />}
      loading={action.isPending}
      onClick={() => action.mutate({ body: {} })}
    >
      {t('loadTheDemo')}
    </Button>
  );
}
