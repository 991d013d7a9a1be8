import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';

const actions = ['accept', 'approve', 'reject', 'decline', 'cancel'] as const;
type Action = (typeof actions)[number];

type AnswerButtonsProps = {
  can: Partial<Record<Action, boolean>>;
  error: unknown;
  isPending: boolean;
  onAnswer: (action: Action, message?: string) => Promise<unknown>;
};

/** What one may answer now; a no can say why. What may not be done is not shown. */
export function AnswerButtons(props: AnswerButtonsProps) {
  const { can, error, isPending, onAnswer } = props;
  const { t } = useTranslation('trades');
  const [refusing, setRefusing] = useState<Action>();
  const open = actions.filter((action) => can[action]);
  if (open.length === 0 && !error) return null;
  const answer = async (action: Action, message?: string) => {
    // A refusal stands above the buttons.
    const done = await onAnswer(action, message).then(
      () => true,
      () => false,
    );
    if (done) notifyDone(t(`answered.${action}`));
    if (done) setRefusing(undefined);
  };
  return (
    <>
      <FormProblem error={error} />
      <Group gap="xs">
        {open.map((action) => (
          <Button
            key={action}
            variant={action === 'accept' || action === 'approve' ? 'filled' : 'default'}
            loading={isPending}
            onClick={() =>
              action === 'reject' || action === 'decline'
                ? setRefusing(action)
                : void answer(action)
            }
          >
            {t(`answer.${action}`)}
          </Button>
        ))}
      </Group>
      <Sheet
        title={t('refuse.title')}
        opened={refusing !== undefined}
        onClose={() => setRefusing(undefined)}
      >
        {refusing ? (
          <Refuse
            onRefuse={(message) => answer(refusing, message)}
            onCancel={() => setRefusing(undefined)}
            isPending={isPending}
          />
        ) : null}
      </Sheet>
    </>
  );
}

type RefuseProps = {
  onRefuse: (message: string) => void;
  onCancel: () => void;
  isPending: boolean;
};

function Refuse({ onRefuse, onCancel, isPending }: RefuseProps) {
  const { t } = useTranslation(['trades', 'ui']);
  const [message, setMessage] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onRefuse(message.trim());
      }}
    >
      <Stack>
        <Text c="dimmed">{t('refuse.what')}</Text>
        <Textarea
          label={t('refuse.message')}
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('ui:back')}
          </Button>
          <Button type="submit" color="red" loading={isPending}>
            {t('refuse.go')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
