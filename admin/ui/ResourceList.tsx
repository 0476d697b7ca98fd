import { useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import type { Exporter } from 'ra-core';
import type { ReactElement, ReactNode } from 'react';
import {
  CreateButton,
  ExportButton,
  FilterButton,
  List,
  type ListProps,
  TopToolbar,
  useCanAccess,
  useTranslate,
} from 'react-admin';
import type { CsvLanguage } from '../api/csv.js';
import { BoundedPagination } from './BoundedPagination.js';
import { EmptyState } from './EmptyState.js';
import { PageTitle } from './PageTitle.js';
import { useFormat } from './useFormat.js';

/** No export holds more rows than this; whoever needs more narrows the filter or asks the API. */
const EXPORT_ROWS = 5_000;

interface ResourceListProps {
  resource: string;
  filters?: ReactElement[];
  exporter: (language: CsvLanguage) => Exporter;
  sort?: ListProps['sort'];
  icon: ReactNode;
  /** The table for wide screens. */
  table: ReactNode;
  /** The cards for phones. */
  cards: ReactNode;
  creates?: boolean;
  actions?: ReactNode;
  /** What to do when there is nothing at all, under the explanation in the catalogue. */
  emptyActions?: ReactNode;
  filterDefaults?: Record<string, unknown>;
}

/** The frame of every list: filters, export without formulas, pages by cursor, a table or cards, an empty state. */
export function ResourceList(props: ResourceListProps) {
  const { resource, filters, exporter, sort, icon, table, cards, creates, actions, emptyActions, filterDefaults } =
    props;
  const translate = useTranslate();
  const { text } = useFormat();
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const { canAccess: canExport } = useCanAccess({ resource, action: 'export' });
  const toolbar = (
    <TopToolbar>
      {filters ? <FilterButton disableSaveQuery /> : null}
      {actions}
      {creates ? <CreateButton /> : null}
      {canExport ? <ExportButton maxResults={EXPORT_ROWS} /> : null}
    </TopToolbar>
  );
  const heading = translate(`resources.${resource}.name`, { smart_count: 2 });
  return (
    <>
      <PageTitle title={heading} />
      <List
        resource={resource}
        title={heading}
        filters={filters}
        filterDefaultValues={filterDefaults}
        exporter={exporter({ translate: (key) => translate(key), text })}
        sort={sort}
        perPage={25}
        pagination={<BoundedPagination />}
        actions={toolbar}
        empty={
          <EmptyState icon={icon} title={`resources.${resource}.emptyTitle`} hint={`resources.${resource}.emptyHint`}>
            {emptyActions}
          </EmptyState>
        }
      >
        {phone ? cards : table}
      </List>
    </>
  );
}
