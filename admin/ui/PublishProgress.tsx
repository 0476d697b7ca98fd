import type { TypedDocumentNode } from '@apollo/client/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'ra-core';
import { useEffect } from 'react';
import { useAsk } from '../api/ask.js';
import { Section } from './Section.js';
import { useFormat } from './useFormat.js';
import { ProgressLine } from './Waiting.js';

interface Published {
  status: string;
  progressDone: number;
  progressTotal: number | null;
}

interface PublishProgressProps<T> {
  id: string;
  name: string;
  query: TypedDocumentNode<T, { id: string }>;
  read: (answer: T) => Published | null;
  /** Translation keys of what is said at the end. */
  done: string;
  failed: string;
}

/** How far the publishing of a version has come; when it is done, every screen is asked anew. */
export function PublishProgress<T>({ id, name, query, read, done, failed }: PublishProgressProps<T>) {
  const translate = useTranslate();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const { number } = useFormat();
  const again = (answer: T | undefined) => (!answer || read(answer)?.status === 'PUBLISHING' ? 700 : false);
  const { data } = useAsk(name, query, { id }, { again });
  const version = data && read(data);
  const status = version?.status;
  useEffect(() => {
    if (!status || status === 'PUBLISHING') return;
    const published = status === 'PUBLISHED';
    notify(published ? done : failed, { type: published ? 'success' : 'error' });
    void queryClient.invalidateQueries();
  }, [status, notify, queryClient, done, failed]);
  const at = version?.progressDone ?? 0;
  const total = version?.progressTotal ?? 0;
  return (
    <Section>
      <ProgressLine
        label="program.publishing"
        done={at}
        total={total}
        text={translate('app.ofCustomers', { done: number(at), total: number(total) })}
      />
    </Section>
  );
}
