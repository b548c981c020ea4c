import { v7 } from 'uuid';

/** A new UUIDv7: rises with time, so that primary keys are appended rather than scattered. */
export function newId(): string {
  return v7();
}
