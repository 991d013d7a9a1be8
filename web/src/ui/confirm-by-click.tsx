import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FormProblem } from './form-problem.tsx';
import { Surface } from './surface.tsx';

type Props = {
  /** What the window's title says. */
  page: string;
  title: string;
  /** What the click does; `incomplete` when the link has no token. */
  what: string;
  incomplete: string;
  /** What is said when it is done. */
  done: string;
  token: string | undefined;
  action: {
    error: unknown;
    isPending: boolean;
    data: object | undefined;
    mutate(call: { body: { token: string } }): void;
  };
};

/** A page that a mail's link opens. By a click, not at load: mail scanners open links, and the token is good once. */
export function ConfirmByClick({ page, title, what, incomplete, done, token, action }: Props) {
  const { t } = useTranslation('ui');
  return (
    <Surface>
      <title>{`${page} · Callboard`}</title>
      <Stack p="xl">
        <Title order={1}>{title}</Title>
        <FormProblem error={action.error} />
        {action.data ? (
          <Stack role="status">
            <Text>{done}</Text>
            <Button component={Link} to="/calendar" size="md">
              {t('goToCalendar')}
            </Button>
          </Stack>
        ) : (
          <>
            <Text c="dimmed">{token ? what : incomplete}</Text>
            <Button
              size="md"
              disabled={!token}
              loading={action.isPending}
              onClick={() => token && action.mutate({ body: { token } })}
            >
              {t('thisIsMyAddress')}
            </Button>
          </>
        )}
      </Stack>
    </Surface>
  );
}
