import type { OutCall } from './call';

type Params = Record<string, unknown>;

/** The whole message is answered, not a part of it. */
function withoutQuote({ reply_parameters: reply, ...params }: Params): Params {
  if (typeof reply !== 'object' || reply === null) return params;
  const { quote: _quote, ...rest } = reply as Params;
  return { ...params, reply_parameters: rest };
}

function withoutButtons({ reply_markup: _markup, ...params }: Params): Params {
  return params;
}

const LESS: readonly (readonly [RegExp, (params: Params) => Params])[] = [
  [/QUOTE/i, withoutQuote],
  [/BUTTON_|Web App URL|REPLY_MARKUP|inline keyboard/i, withoutButtons],
];

/**
 * The same call with a way out: words matter more than what stands around them, so when Telegram
 * refuses a quote, a button or (which must never happen) the formatting, they go without it.
 * @param plain the words alone, in the parameter that holds them
 */
export function orPlainer(call: OutCall, plain: { text?: string; caption?: string } = {}): OutCall {
  return {
    ...call,
    instead: (refusal) => {
      const other = call.instead(refusal);
      if (other !== null) return orPlainer(other, plain);
      const strip = LESS.find(([words]) => words.test(refusal))?.[1];
      if (strip !== undefined)
        return orPlainer({ ...call, params: () => strip(call.params()) }, plain);
      if (!/parse entities|ENTIT(Y|IES)_/i.test(refusal)) return null;
      const bare = () => {
        const { parse_mode: _mode, ...params } = call.params();
        return { ...params, ...plain };
      };
      return orPlainer({ ...call, params: bare }, plain);
    },
  };
}
