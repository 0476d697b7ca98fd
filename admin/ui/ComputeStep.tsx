import type { TypedDocumentNode } from '@apollo/client/core';
import Insights from '@mui/icons-material/InsightsOutlined';
import { Alert, Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { type ReactNode, useState } from 'react';
import { useCan } from '../access/useCan.js';
import { FORM_ERROR, firstError, type UserErrorLike } from '../api/errors.js';
import type { Permission } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { EmptyState } from './EmptyState.js';
import { Section } from './Section.js';
import { ProgressLine } from './Waiting.js';

interface ComputeStepProps<P, I> {
  /** Translation keys: the heading, and why one should compute. */
  title: string;
  hint: string;
  permission: Permission;
  mutation: TypedDocumentNode<{ payload: P }, { input: I }>;
  input: I;
  /** The draft has changes that are not saved, so nothing can be computed. */
  dirty: boolean;
  /** What was computed last; null before. */
  children: ReactNode;
}

/** What publishing a saved draft would do, computed on demand over all customers. */
export function ComputeStep<P extends { userErrors: readonly UserErrorLike[] }, I>(props: ComputeStepProps<P, I>) {
  const { title, hint, permission, mutation, input, dirty, children } = props;
  const translate = useTranslate();
  const allowed = useCan(permission);
  const { send, pending } = useIntent(mutation);
  const [error, setError] = useState<ReturnType<typeof firstError>>(null);
  const computed = children !== null;
  const button = allowed ? (
    <Button
      variant={computed ? 'outlined' : 'contained'}
      startIcon={<Insights />}
      disabled={dirty || pending}
      onClick={async () => setError(firstError(await send(input)))}
    >
      {translate(computed ? 'program.computeAgain' : 'program.compute')}
    </Button>
  ) : null;
  return (
    <Section title={title} actions={computed ? button : null}>
      {dirty ? (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('program.saveFirst')}
        </Alert>
      ) : null}
      {error ? (
        <Alert severity="error" sx={{ mb: 2 }}>
          {error.path === FORM_ERROR ? '' : `${error.path}: `}
          {translate(error.message)}
        </Alert>
      ) : null}
      {pending ? <ProgressLine label="program.computing" done={0} total={0} text="" /> : null}
      {computed ? (
        children
      ) : (
        <EmptyState dense icon={<Insights />} title="program.noImpact" hint={hint}>
          {button}
        </EmptyState>
      )}
    </Section>
  );
}
