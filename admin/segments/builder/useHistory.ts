import { useCallback, useReducer } from 'react';

interface History<T> {
  past: T[];
  present: T;
  future: T[];
  /** What the last change was about: further changes of the same thing are one step. */
  topic: string | null;
}
type Event<T> = { kind: 'change'; change: (now: T) => T; topic: string | null } | { kind: 'undo' } | { kind: 'redo' };

/** More steps than anybody goes back; it bounds the memory of a tab that stays open. */
const STEPS = 200;

/** One event on a history; answers the same history where nothing changes. */
export function historyAfter<T>(history: History<T>, event: Event<T>): History<T> {
  const { past, present, future } = history;
  if (event.kind === 'undo') {
    const before = past.at(-1);
    if (before === undefined) return history;
    return { past: past.slice(0, -1), present: before, future: [present, ...future], topic: null };
  }
  if (event.kind === 'redo') {
    const [next, ...later] = future;
    if (next === undefined) return history;
    return { past: [...past, present], present: next, future: later, topic: null };
  }
  const next = event.change(present);
  if (next === present) return history;
  const same = event.topic !== null && event.topic === history.topic;
  return { past: same ? past : [...past, present].slice(-STEPS), present: next, future: [], topic: event.topic };
}

/** A value with undo and redo. Typing into one field counts as one step: give such changes the same topic. */
export function useHistory<T>(initial: () => T) {
  const [history, send] = useReducer(historyAfter<T>, null, () => ({
    past: [] as T[],
    present: initial(),
    future: [] as T[],
    topic: null,
  }));
  return {
    value: history.present,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: useCallback(
      (change: (now: T) => T, topic: string | null = null) => send({ kind: 'change', change, topic }),
      [],
    ),
    undo: useCallback(() => send({ kind: 'undo' }), []),
    redo: useCallback(() => send({ kind: 'redo' }), []),
  };
}
