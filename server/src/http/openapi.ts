import {
  OpenApiGeneratorV31,
  OpenAPIRegistry,
  type ResponseConfig,
} from '@asteasolutions/zod-to-openapi';
import { operations, pathParams, type Operation } from '@tikethet/shared/contracts';
import { ERRORS, type ErrorCode } from '@tikethet/shared/errors';
import { z } from 'zod';

const errorEnvelope = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
      message: z.string(),
      details: z.record(z.string(), z.unknown()),
      requestId: z.string(),
    }),
  })
  .meta({ id: 'Error' });

const json = (schema: z.ZodType) => ({ 'application/json': { schema } });

/** Every status that an operation may answer with beside success. */
function errorResponses(operation: Operation): Record<string, ResponseConfig> {
  const always: ErrorCode[] =
    operation.access === 'public'
      ? ['validation_failed', 'rate_limited']
      : ['validation_failed', 'rate_limited', 'unauthorized', 'forbidden'];
  if (operation.method !== 'GET' && operation.access !== 'public') {
    always.push('idempotency_mismatch');
  }
  const codes = [...new Set([...operation.errors, ...always])];
  const statuses = [...new Set(codes.map((code) => ERRORS[code].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: codes.filter((code) => ERRORS[code].status === status).join(', '),
        content: json(errorEnvelope),
      },
    ]),
  );
}

function requestOf(operation: Operation) {
  const names = pathParams(operation.path);
  const { shape } = operation.input;
  const pick = (wanted: boolean) =>
    z.strictObject(
      Object.fromEntries(Object.entries(shape).filter(([name]) => names.includes(name) === wanted)),
    );
  const rest = pick(false);
  const hasRest = Object.keys(rest.shape).length > 0;
  const reads = operation.method === 'GET' || operation.method === 'DELETE';
  const headers =
    operation.method !== 'GET' && operation.access !== 'public'
      ? [z.object({ 'Idempotency-Key': z.string().min(1).max(200).optional() })]
      : [];
  const isPart = operation.id === 'attachments.putPart';
  const bytes = z.any().meta({ type: 'string', format: 'binary' });
  const file = z.strictObject({ file: z.any().meta({ type: 'string', format: 'binary' }) });
  return {
    ...(names.length > 0 ? { params: pick(true) } : {}),
    ...(headers.length > 0 ? { headers: headers[0] } : {}),
    ...((reads || isPart) && hasRest ? { query: rest } : {}),
    ...(!reads && !isPart && hasRest ? { body: { content: json(rest), required: true } } : {}),
    ...(operation.id === 'attachments.create'
      ? { body: { content: { 'multipart/form-data': { schema: file } }, required: true } }
      : {}),
    ...(isPart
      ? { body: { content: { 'application/octet-stream': { schema: bytes } }, required: true } }
      : {}),
  };
}

/** The OpenAPI 3.1 description of the contract. */
export function buildOpenApi(): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
  for (const operation of Object.values<Operation>(operations)) {
    registry.registerPath({
      operationId: operation.id,
      method: operation.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete',
      path: operation.path,
      summary: operation.summary,
      tags: [operation.id.split('.')[0] ?? ''],
      security: operation.access === 'public' ? [] : [{ bearer: [] }],
      request: requestOf(operation),
      responses: {
        [operation.status]: {
          description: 'success',
          ...(operation.status === 204 ? {} : { content: json(operation.output) }),
        },
        ...errorResponses(operation),
      },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'TiketHet',
      version: '1',
      description: 'Customer support desk for Telegram. Times are UTC, ids are UUIDv7.',
    },
    servers: [{ url: '/api/v1' }],
  });
}
