import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconMessageQuestion, IconSend2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askQuestion, questionsLike } from '../../../../contract/assistant/ask-question.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { Empty } from '../../ui/empty.tsx';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Page } from '../../ui/page.tsx';
import { AnsweredQuestion } from './answered-question.tsx';

type Answered = { question: string; answer: Answer<typeof askQuestion>; number: number };

/** Questions about the rota in plain words, and the answers since the page was opened, newest first. */
export function QuestionsPage() {
  const { t } = useTranslation('assistant');
  const [answered, setAnswered] = useState<readonly Answered[]>([]);
  return (
    <Page title={t('questions')} description={t('questionsAre')} narrow>
      <Stack gap="lg">
        <QuestionBox
          onAnswered={(question, answer) =>
            setAnswered((before) => [{ question, answer, number: before.length }, ...before])
          }
        />
        <div role="log" aria-label={t('answers')}>
          {answered.length === 0 ? (
            <Empty icon={IconMessageQuestion} title={t('ownWords')}>
              {t('withFacts')}
            </Empty>
          ) : (
            <Stack gap="md">
              {answered.map(({ question, answer, number }) => (
                <AnsweredQuestion key={number} question={question} answer={answer} />
              ))}
            </Stack>
          )}
        </div>
      </Stack>
    </Page>
  );
}

type QuestionBoxProps = {
  onAnswered: (question: string, answer: Answer<typeof askQuestion>) => void;
};

function QuestionBox({ onAnswered }: QuestionBoxProps) {
  const { t } = useTranslation('assistant');
  const me = useMe();
  const [question, setQuestion] = useState('');
  const action = useAction(askQuestion, {
    onSuccess: (answer, { body }) => {
      onAnswered(String(body.question), answer);
      setQuestion('');
    },
    refresh: [],
  });
  const ask = (text: string) => {
    if (text.trim() && !action.isPending) action.mutate({ body: { question: text.trim() } });
  };
  const examples = questionsLike(me.first_name);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask(question);
      }}
    >
      <Stack gap="sm">
        <FormProblem error={action.error} fields={['question']} />
        <Group gap="xs" align="flex-end">
          <TextInput
            label={t('question')}
            flex="1 1 16rem"
            size="md"
            maxLength={300}
            autoFocus
            value={question}
            onChange={(event) => setQuestion(event.currentTarget.value)}
            error={fieldErrorsOf(action.error).question}
          />
          <Button
            type="submit"
            size="md"
            leftSection={<IconSend2 size={18} />}
            loading={action.isPending}
            disabled={!question.trim()}
          >
            {t('ask')}
          </Button>
        </Group>
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {t('forExample')}
          </Text>
          {examples.map((example) => (
            <Button
              key={example}
              variant="default"
              size="compact-sm"
              fw={500}
              disabled={action.isPending}
              onClick={() => ask(example)}
            >
              {example}
            </Button>
          ))}
        </Group>
      </Stack>
    </form>
  );
}
