/** A key for what is sent from one open form: the same content has the same key, changed content a new one. */
import { useRef } from 'react';

export function useIdempotencyKey(): (input: object) => string {
  const last = useRef({ content: '', key: '' });
  return input => {
    const content = JSON.stringify(input);
    if (last.current.content !== content) last.current = { content, key: crypto.randomUUID() };
    return last.current.key;
  };
}
