import { createContext, useContext } from 'react';
import type { FieldInfo } from '../types.js';
import type { FieldsByName } from '../useFields.js';
import type { GroupNode } from './tree.js';

/** What the API said about the parts of one node: the part's name and the message's key. */
export type NodeErrors = Record<string, string>;

/** What every piece of the builder needs. */
export interface Builder {
  tree: GroupNode;
  /** Changes the tree; changes with the same topic right after each other are one step of undo. */
  change: (change: (tree: GroupNode) => GroupNode, topic?: string) => void;
  fields: FieldInfo[];
  byName: FieldsByName;
  errors: ReadonlyMap<string, NodeErrors>;
  /** Whether what is missing is marked, because somebody wanted to save. */
  strict: boolean;
  /** The node that has just been added: its first control takes the focus. */
  fresh: string | null;
  setFresh: (key: string | null) => void;
}

export const BuilderContext = createContext<Builder | null>(null);

/** The builder around this piece. */
export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error('Outside of a segment builder.');
  return builder;
}
