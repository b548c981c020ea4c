import { scriptsOf } from './content';
import type { Customer } from './customers';
import type { DemoCategory } from './people';
import type { Random } from './random';
import type { Script } from './script';

/** Deals scripts so that the same one comes back as late as possible. */
export class Decks {
  private readonly decks = new Map<string, Script[]>();

  constructor(private readonly random: Random) {}

  draw(customer: Customer, category: DemoCategory, duringIncident: boolean): Script {
    const all = scriptsOf(customer.language, category);
    if (duringIncident && category === 'tech') {
      return this.random.pick(all.filter((script) => script.incident));
    }
    const key = `${customer.language} ${category}`;
    const deck = this.decks.get(key) ?? [];
    const script = deck.pop();
    if (script !== undefined) return script;
    this.decks.set(key, this.random.shuffle(all));
    return this.draw(customer, category, duringIncident);
  }
}
