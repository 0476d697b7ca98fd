import type { TypedDocumentNode } from '@apollo/client/core';
import { Box, Button } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { ask } from '../api/ask.js';
import { type MiniColumn, MiniTable } from './MiniTable.js';
import { Failed, Waiting } from './Waiting.js';

/** One page of a connection. */
export interface Page<N> {
  nodes: N[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The pages of a connection, one after the other by cursor. */
export function usePages<T, V extends Record<string, unknown>, N>(
  name: string,
  query: TypedDocumentNode<T, V>,
  variables: Record<string, unknown>,
  read: (answer: T) => Page<N> | undefined,
) {
  const pages = useInfiniteQuery({
    queryKey: [name, variables],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const asked = { ...variables, first: 20, after: pageParam } as unknown as V;
      return read(await ask(query, asked)) ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    },
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined),
    retry: false,
  });
  return { ...pages, nodes: pages.data?.pages.flatMap((page) => page.nodes) ?? [] };
}

interface MoreTableProps<T, V, N> {
  name: string;
  query: TypedDocumentNode<T, V>;
  variables: Record<string, unknown>;
  read: (answer: T) => Page<N> | undefined;
  columns: readonly MiniColumn<N>[];
  rowKey: (row: N) => string;
  label: string;
  empty: ReactNode;
}

/** A table of a connection that grows by a button, for the lists inside a profile. */
export function MoreTable<T, V extends Record<string, unknown>, N>(props: MoreTableProps<T, V, N>) {
  const { name, query, variables, read, columns, rowKey, label, empty } = props;
  const pages = usePages(name, query, variables, read);
  if (pages.isPending) return <Waiting />;
  if (pages.error) return <Failed error={pages.error} />;
  if (pages.nodes.length === 0) return empty;
  return (
    <>
      <MiniTable label={label} rows={pages.nodes} columns={columns} rowKey={rowKey} />
      <MoreButton pages={pages} />
    </>
  );
}

/** Loads the next page, where there is one. */
export function MoreButton({
  pages,
}: {
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  const translate = useTranslate();
  if (!pages.hasNextPage) return null;
  return (
    <Box sx={{ p: 1.5, textAlign: 'center' }}>
      <Button onClick={() => pages.fetchNextPage()} loading={pages.isFetchingNextPage} size="small">
        {translate('app.more')}
      </Button>
    </Box>
  );
}
