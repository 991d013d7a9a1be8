import { Alert, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../contract/wording/languages.ts';
import { previewTemplate } from '../../../../contract/wording/preview-template.ts';
import { fieldErrorsOf, sentenceOf } from '../../lib/problem.ts';
import { queryOf } from '../../lib/query.ts';
import { Surface } from '../../ui/surface.tsx';
import classes from './edit-template.module.css';
import type { Words } from './edit-template.tsx';

type PreviewTemplateProps = { name: string; language: Language; words: Partial<Words> };

/** What the message says with these words and sample data, while they are typed. */
export function PreviewTemplate({ name, language, words }: PreviewTemplateProps) {
  const { t } = useTranslation('wording');
  const [settled] = useDebouncedValue(JSON.stringify(words), 300);
  const body = { language, ...(JSON.parse(settled) as Partial<Words>) };
  const preview = useQuery({
    ...queryOf(previewTemplate, { params: { name }, body }),
    placeholderData: keepPreviousData,
  });
  const shown = preview.data;
  const sentences = Object.values(fieldErrorsOf(preview.error));
  return (
    <section className={classes.preview} aria-label={t('preview')}>
      <Stack gap="sm">
        {preview.isError ? (
          <Alert role="alert" color="yellow" variant="light">
            {sentences.length > 0 ? sentences.join(' ') : sentenceOf(preview.error)}
          </Alert>
        ) : null}
        {shown ? (
          <Surface>
            <Stack p="md" gap="sm">
              <Title order={2} fz="md">
                {shown.subject}
              </Title>
              <iframe
                title={t('theMessageWithSample')}
                className={classes.html}
                sandbox=""
                srcDoc={shown.html}
              />
              <Text size="sm" fw={550}>
                {t('asATextMessage')}
              </Text>
              <pre className={classes.sms}>{shown.sms}</pre>
            </Stack>
          </Surface>
        ) : null}
      </Stack>
    </section>
  );
}
