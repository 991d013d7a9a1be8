import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
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
  const { name } = route.useParams();
  const [language, setLanguage] = useState<Language>('en');
  const template = useQuery(queryOf(readTemplate, { params: { name }, query: { language } }));
  return (
    <Page title="Message template" back={{ to: '/templates', label: 'Message templates' }}>
      <Select
        label="Language"
        description="Who reads another language, or one without own words, gets yours; else English."
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
  const { name, language, usual, own } = template;
  const [words, setWords] = useState<Words>(() => ownOrUsual(template));
  const { fields, insert } = useInsert(words, setWords);
  const save = useAction(editTemplate, {
    onSuccess: () => notifyDone('Saved. New messages say it so.'),
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
            label="Subject"
            maxLength={200}
            {...fields('subject')}
            error={errors.subject}
          />
          <Textarea
            label="Text"
            description="An empty line begins a paragraph. The facts follow the first one, the button the last."
            autosize
            minRows={4}
            maxLength={4000}
            {...fields('body')}
            error={errors.body}
          />
          <Textarea
            label="Text message"
            description="For SMS and WhatsApp; the link follows it."
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
              Save
            </Button>
          </Group>
          {isOwn ? null : (
            <Text size="sm" c="dimmed">
              These are the usual words. Change them, and they are yours.
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
