import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { editTemplate } from '../../../../contract/wording/edit-template.ts';
import { type Language, languages } from '../../../../contract/wording/languages.ts';
import { readTemplate } from '../../../../contract/wording/read-template.ts';
import type { MessageTemplate } from '../../../../contract/wording/wording.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import classes from './edit-template.module.css';
import { PreviewTemplate } from './preview-template.tsx';
import { ResetTemplate } from './reset-template.tsx';
import { useInsert } from './use-insert.ts';
import { Variables } from './variables.tsx';

export type Words = { subject: string; body: string; sms: string };
const parts = ['subject', 'body', 'sms'] as const;
const route = getRouteApi('/app/templates/$name');

/** One template in one language: own words beside what they make of it. */
export function TemplatePage() {
  const { t } = useTranslation(['wording', 'ui']);
  const { name } = route.useParams();
  const [language, setLanguage] = useState<Language>('en');
  const template = useQuery(queryOf(readTemplate, { params: { name }, query: { language } }));
  return (
    <Page title={t('messageTemplate')} back={{ to: '/templates', label: t('messageTemplates') }}>
      <Select
        label={t('ui:language')}
        description={t('languageHint')}
        maw="20rem"
        mb="md"
        allowDeselect={false}
        data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        value={language}
        onChange={(value) => setLanguage(value as Language)}
      />
      <QueryView query={template}>
        {(found) => <Editor key={`${found.name} ${found.language}`} template={found} />}
      </QueryView>
    </Page>
  );
}

function Editor({ template }: { template: MessageTemplate }) {
  const { t } = useTranslation(['wording', 'ui']);
  const { name, language, usual, own } = template;
  const [words, setWords] = useState<Words>(() => ownOrUsual(template));
  const { fields, insert } = useInsert(words, setWords);
  const save = useAction(editTemplate, {
    onSuccess: () => notifyDone(t('savedHint')),
  });
  const errors = fieldErrorsOf(save.error);
  const given = changed(words, usual);
  const isOwn = parts.some((part) => own[part] !== null);
  return (
    <div className={classes.panes}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ params: { name }, body: { language, ...given } });
        }}
      >
        <Stack>
          <FormProblem error={save.error} fields={parts} />
          <TextInput
            label={t('subject')}
            maxLength={200}
            {...fields('subject')}
            error={errors.subject}
          />
          <Textarea
            label={t('text')}
            description={t('textHint')}
            autosize
            minRows={4}
            maxLength={4000}
            {...fields('body')}
            error={errors.body}
          />
          <Textarea
            label={t('textMessage')}
            description={t('forSmsAndWhatsapp')}
            autosize
            minRows={2}
            maxLength={640}
            {...fields('sms')}
            error={errors.sms}
          />
          <Variables template={template} onChoose={insert} />
          <Group justify="flex-end">
            {isOwn ? (
              <ResetTemplate template={template} onReset={() => setWords({ ...usual })} />
            ) : null}
            <Button
              type="submit"
              loading={save.isPending}
              disabled={Object.keys(given).length === 0}
            >
              {t('ui:save')}
            </Button>
          </Group>
          {isOwn ? null : (
            <Text size="sm" c="dimmed">
              {t('usualHint')}
            </Text>
          )}
        </Stack>
      </form>
      <PreviewTemplate name={name} language={language} words={given} />
    </div>
  );
}

function ownOrUsual({ own, usual }: MessageTemplate): Words {
  return {
    subject: own.subject ?? usual.subject,
    body: own.body ?? usual.body,
    sms: own.sms ?? usual.sms,
  };
}

/** The parts that are not as usual; an emptied part is as usual again. */
function changed(words: Words, usual: Words): Partial<Words> {
  const own = parts.filter((part) => words[part].trim() !== '' && words[part] !== usual[part]);
  return Object.fromEntries(own.map((part) => [part, words[part]]));
}
