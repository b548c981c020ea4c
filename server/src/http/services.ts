import type { UrlSigner } from '../domain/attachments/signUrls';
import type { Person } from '../domain/context';
import type { TokenService } from '../domain/sessions/tokens';
import type { VisibleTicket } from '../domain/tickets/loadTickets';
import type { Secret } from '../platform/secret';
import type { FileStore } from '../storage/fileStore';

/** What handlers need beside the database; built once by the container. */
export interface Services {
  tokens: TokenService;
  links: UrlSigner;
  storage: FileStore;
  /** Tells whoever sees a ticket that a person is typing. */
  typing: (person: Person, visible: VisibleTicket) => void;
  config: {
    /** Signs the Mini App's launch data; in the demo the sandbox bot's. */
    botToken: () => Secret;
    /** Tells erased accounts again; outlives a change of the bot's token. */
    accountKey: Secret;
    ownerTelegramIds: () => readonly number[];
    /** `https://t.me/<bot>?start=<payload>`, or where the sandbox plays it. */
    botLink: (payload: string) => Promise<string>;
  };
}
