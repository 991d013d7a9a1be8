import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { fieldErrorsOf, sentenceOf } from '../lib/problem.ts';

type FormProblemProps = { error: unknown; fields?: readonly string[]; children?: React.ReactNode };

/** Why a form was refused, unless every reason already stands at one of its fields. */
export function FormProblem({ error, fields = [], children }: FormProblemProps) {
  if (!error) return null;
  const named = fieldErrorsOf(error);
  const elsewhere = Object.entries(named).filter(([field]) => !fields.includes(field));
  if (Object.keys(named).length > 0 && elsewhere.length === 0) return null;
  const sentences = elsewhere.map(([field, sentence]) => `${field}: ${sentence}`);
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertCircle size={18} />}>
      {sentences.length > 0 ? sentences.join(' ') : sentenceOf(error)}
      {children}
    </Alert>
  );
}
