import { Button, Progress, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { submitRegistration } from '../../../../contract/registrations/submit-registration.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { type Audition, AuditionsField } from './auditions-field.tsx';
import { DatesNotField } from './dates-not-field.tsx';
import { DutiesField } from './duties-field.tsx';
import type { Signup } from './sign-up.tsx';

type Done = { name: string; email: string; auditions: number };
type SignUpFormProps = { code: string; signup: Signup; onDone: (done: Done) => void };

const fields = ['full_name', 'email', 'phone', 'preferences', 'note', 'audition_files'];
const empty = {
  ...{ full_name: '', email: '', phone: '', note: '' },
  ...{ duty_types: [] as string[], dates_not: [] as string[] },
};

/** Who someone is, what they would do and when not, and how they sound. */
export function SignUpForm({ code, signup, onDone }: SignUpFormProps) {
  const { t, i18n } = useTranslation('registrations');
  const [auditions, setAuditions] = useState<readonly Audition[]>([]);
  const [sent, setSent] = useState(0);
  const page = useRef<HTMLFormElement>(null);
  const form = useForm({ initialValues: empty });
  const action = useAction(submitRegistration, {
    refresh: [],
    onProgress: setSent,
    onSuccess: (answer) => {
      scrollTo(0, 0);
      const { full_name: name, email } = form.values;
      onDone({ name, email, auditions: answer.auditions });
    },
    onError: (error) => {
      form.setErrors(fieldErrorsOf(error));
      showFirstError(page.current);
    },
  });
  const submit = form.onSubmit(({ duty_types, dates_not, ...who }) => {
    setSent(0);
    const files = auditions.map(({ file }) => file);
    const preferences = { duty_types, dates_not };
    action.mutate({
      body: { ...who, code, preferences, language: i18n.language },
      ...(files.length > 0 && { files: { audition_files: files } }),
    });
  });
  return (
    <form ref={page} onSubmit={submit} noValidate>
      <Stack gap="lg">
        <FormProblem error={action.error} fields={fields} />
        <WhoFields form={form} />
        <DutiesField
          duties={signup.duty_types}
          value={form.values.duty_types}
          onChange={(value) => form.setFieldValue('duty_types', value)}
          error={form.errors.preferences}
        />
        <DatesNotField
          roster={signup.roster}
          value={form.values.dates_not}
          onChange={(value) => form.setFieldValue('dates_not', value)}
        />
        <AuditionsField
          auditions={auditions}
          onChange={(changed) => {
            setAuditions(changed);
            form.clearFieldError('audition_files');
          }}
          error={form.errors.audition_files as string | undefined}
        />
        <Textarea
          label={t('note')}
          autosize
          minRows={2}
          maxLength={2000}
          {...form.getInputProps('note')}
        />
        {action.isPending && auditions.length > 0 ? <Sending sent={sent} /> : null}
        <Button type="submit" size="lg" loading={action.isPending}>
          {t('signUp')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('privacy', { name: signup.organisation_name })}
        </Text>
      </Stack>
    </form>
  );
}

type Form = ReturnType<typeof useForm<typeof empty>>;

function WhoFields({ form }: { form: Form }) {
  const { t } = useTranslation('registrations');
  return (
    <>
      <TextInput
        label={t('fullName')}
        required
        autoComplete="name"
        maxLength={160}
        {...form.getInputProps('full_name')}
      />
      <TextInput
        type="email"
        label={t('email')}
        description={t('emailHint')}
        required
        autoComplete="email"
        {...form.getInputProps('email')}
      />
      <TextInput
        type="tel"
        label={t('phone')}
        description={t('phoneHint')}
        required
        autoComplete="tel"
        maxLength={40}
        {...form.getInputProps('phone')}
      />
    </>
  );
}

function Sending({ sent }: { sent: number }) {
  const { t } = useTranslation('registrations');
  const percent = Math.round(sent * 100);
  return (
    <div>
      <Text size="sm" mb={4}>
        {t('sending', { percent })}
      </Text>
      <Progress value={percent} aria-label={t('sending', { percent })} />
    </div>
  );
}

/** Brings the first field that was refused into sight, once its error is drawn. */
function showFirstError(page: HTMLFormElement | null): void {
  setTimeout(() => {
    const field = page?.querySelector<HTMLElement>('[aria-invalid=true], [data-field-error]');
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  });
}
