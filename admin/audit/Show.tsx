import { Box } from '@mui/material';
import { ShowBase, useShowContext, useTranslate } from 'ra-core';
import type { AuditOneQuery } from '../api/generated/operations.js';
import { WHOLE } from '../api/whole.js';
import { MiniTable } from '../ui/MiniTable.js';
import { PageTitle } from '../ui/PageTitle.js';
import { Fact, Facts, Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { changesBetween } from './diff.js';

type Entry = NonNullable<AuditOneQuery['one']>;
const label = (name: string) => `resources.auditEntries.fields.${name}`;

function EntryView() {
  const translate = useTranslate();
  const { minute } = useFormat();
  const { record: entry, isPending, error } = useShowContext<Entry>();
  if (error) return <Failed error={error} />;
  if (isPending || !entry) return <Waiting lines={8} />;
  const changes = changesBetween(entry.before, entry.after);
  const value = (text: string | null, mark: 'ins' | 'del') =>
    text === null ? (
      ''
    ) : (
      <Box component={mark} sx={{ textDecoration: 'none', overflowWrap: 'anywhere' }}>
        {text}
      </Box>
    );
  return (
    <>
      <PageTitle title={entry.action} />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Section>
          <Facts columns={4}>
            <Fact label="app.at">{minute(entry.at)}</Fact>
            <Fact label={label('actor')}>
              {entry.actorName ?? entry.actorId ?? ''} (
              {translate(`enums.ActorKind.${entry.actorKind}`, { _: entry.actorKind })})
            </Fact>
            <Fact label={label('subjectType')}>{entry.subjectType ?? '–'}</Fact>
            <Fact label={label('subjectId')}>{entry.subjectId ?? '–'}</Fact>
            <Fact label="app.reason">{entry.reason ?? '–'}</Fact>
            <Fact label={label('ip')}>{entry.ip ?? '–'}</Fact>
            <Fact label={label('userAgent')}>{entry.userAgent ?? '–'}</Fact>
            <Fact label={label('requestId')}>{entry.requestId ?? '–'}</Fact>
          </Facts>
        </Section>
        <Section title="audit.changes" flush={changes.length > 0}>
          {changes.length === 0 ? (
            translate('audit.noChanges')
          ) : (
            <MiniTable
              label="audit.changes"
              rows={changes}
              rowKey={(row) => row.path}
              columns={[
                { title: 'audit.field', cell: (row) => <Box component="code">{row.path}</Box> },
                { title: 'audit.before', cell: (row) => value(row.before, 'del') },
                { title: 'audit.after', cell: (row) => value(row.after, 'ins') },
              ]}
            />
          )}
        </Section>
      </Box>
    </>
  );
}

/** One audited step: before and after, field by field. */
export default function AuditShow() {
  return (
    <ShowBase queryOptions={WHOLE}>
      <EntryView />
    </ShowBase>
  );
}
