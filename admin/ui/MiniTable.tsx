import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';

/** A column: title (translation key, or words as they are), what stands in the cell, and whether it is a number. */
export interface MiniColumn<T> {
  title: string;
  cell: (row: T) => ReactNode;
  number?: boolean;
}

interface MiniTableProps<T> {
  /** Translation key of what the table holds, for screen readers. */
  label: string;
  rows: readonly T[];
  columns: readonly MiniColumn<T>[];
  rowKey: (row: T) => string;
}

/** A plain table inside a card; on a narrow screen it scrolls inside itself, never the page. */
export function MiniTable<T>({ label, rows, columns, rowKey }: MiniTableProps<T>) {
  const translate = useTranslate();
  return (
    <TableContainer tabIndex={0} role="region" aria-label={translate(label)}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column.title} align={column.number ? 'right' : 'left'} sx={{ whiteSpace: 'nowrap' }}>
                {translate(column.title, { _: column.title })}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={rowKey(row)}>
              {columns.map((column) => (
                <TableCell
                  key={column.title}
                  align={column.number ? 'right' : 'left'}
                  sx={{ whiteSpace: column.number ? 'nowrap' : undefined, minWidth: 72 }}
                >
                  {column.cell(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
