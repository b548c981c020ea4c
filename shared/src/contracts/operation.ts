import type { z } from 'zod';
import type { ErrorCode } from '../errors';
import type { Permission } from '../permissions';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * Who may call an operation before its own checks: `public` needs no sign-in, `person` any
 * signed-in one, a permission the role that holds it.
 */
export type OperationAccess = 'public' | 'person' | Permission;

export interface Operation {
  /** `resource.verb`, unique; the name `POST /commands` uses. */
  readonly id: string;
  readonly method: HttpMethod;
  /** Relative to `/api/v1`; `{name}` parts come from `input`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly access: OperationAccess;
  /**
   * One flat object. Names that stand in `path` are path parameters, the others are the query of
   * GET and DELETE and the JSON body of POST and PUT.
   */
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  readonly status: 200 | 201 | 204;
  readonly errors: readonly ErrorCode[];
  /** The console may queue it without a network and send it later through `POST /commands`. */
  readonly offline?: boolean;
}

/** Declares an operation and keeps its literal types. */
export function operation<const O extends Operation>(declared: O): O {
  return declared;
}
