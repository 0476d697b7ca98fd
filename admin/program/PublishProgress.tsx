import { useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'ra-core';
import { useEffect } from 'react';
import { useAsk } from '../api/ask.js';
import { ProgramProgressDocument } from '../api/generated/operations.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { ProgressLine } from '../ui/Waiting.js';

/** How far publishing has come; when it is done, every screen is asked anew. */
export function PublishProgress({ id }: { id: string }) {
  const translate = useTranslate();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const { number } = useFormat();
  const { data } = useAsk(
    'programProgress',
    ProgramProgressDocument,
    { id },
    {
      again: (answer) => (!answer || answer.programVersion?.status === 'PUBLISHING' ? 700 : false),
    },
  );
  const version = data?.programVersion;
  const status = version?.status;
  useEffect(() => {
    if (!status || status === 'PUBLISHING') return;
    notify(status === 'PUBLISHED' ? 'program.published' : 'program.publishFailed', {
      type: status === 'PUBLISHED' ? 'success' : 'error',
    });
    void queryClient.invalidateQueries();
  }, [status, notify, queryClient]);
  const done = version?.progressDone ?? 0;
  const total = version?.progressTotal ?? 0;
  return (
    <Section>
      <ProgressLine
        label="program.publishing"
        done={done}
        total={total}
        text={translate('program.publishProgress', { done: number(done), total: number(total) })}
      />
    </Section>
  );
}
