import Timeline from '@mui/icons-material/TimelineOutlined';
import { useTranslate } from 'ra-core';
import { CustomerLevelChangesDocument } from '../../api/generated/operations.js';
import { useLevels } from '../../levels/useLevels.js';
import { useLevelWords } from '../../levels/useLevelWords.js';
import { useWhy } from '../../levels/useWhy.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { MoreTable } from '../../ui/MoreTable.js';
import { useFormat } from '../../ui/useFormat.js';
import type { CustomerRecord } from '../types.js';

/** Every change of a stage, value segment or band, and why (S4–S6). */
export function LevelChangesTab({ customer }: { customer: CustomerRecord }) {
  const translate = useTranslate();
  const { localFullDay } = useFormat();
  const { levels } = useLevels();
  const words = useLevelWords(levels?.rules);
  const why = useWhy();
  return (
    <MoreTable
      name="customerLevelChanges"
      query={CustomerLevelChangesDocument}
      variables={{ id: customer.id }}
      read={(answer) => answer.customer?.levelChanges}
      rowKey={(row) => row.id}
      label="customers.tabs.levels"
      empty={<EmptyState dense icon={<Timeline />} title="customers.empty.levels" hint="customers.empty.levelsHint" />}
      columns={[
        { title: 'levels.day', cell: (row) => localFullDay(row.on) },
        { title: 'levels.kind', cell: (row) => translate(`enums.LevelKind.${row.kind}`) },
        { title: 'app.from', cell: (row) => words.level(row.kind, row.from) },
        { title: 'app.to', cell: (row) => words.level(row.kind, row.to) },
        { title: 'levels.whyColumn', cell: why },
      ]}
    />
  );
}
