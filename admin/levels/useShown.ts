import { useSearchParams } from 'react-router-dom';

const DAY = /^(19|20|21)\d\d-\d\d-\d\d$/;

/** What a screen of levels shows, kept in the address: going back restores it, and a link shows the same. */
export function useShown() {
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const day = (name: string) => {
    const value = params.get(name);
    return value && DAY.test(value) ? value : null;
  };
  return { param: (name: string) => params.get(name), day, set };
}

/** Whether a text is a whole day; while a year is being typed it is not yet. */
export const isDay = (text: string): boolean => DAY.test(text);
