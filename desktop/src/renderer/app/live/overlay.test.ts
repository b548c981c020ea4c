import { describe, expect, it } from 'vitest';
import { aTicket, minute } from '../../testing/samples';
import { TicketOverlay, type TicketPatch } from './overlay';

const high: TicketPatch = (ticket) => ({ ...ticket, priority: 'HIGH' });
const resolved: TicketPatch = (ticket) => ({ ...ticket, status: 'RESOLVED' });

describe('changes shown before they are saved', () => {
  it('shows them at once and takes back only the one that failed', () => {
    const overlay = new TicketOverlay();
    const ticket = aTicket(1);
    overlay.add(ticket, 'a', high);
    const both = overlay.add(ticket, 'b', resolved);
    expect(both).toMatchObject({ priority: 'HIGH', status: 'RESOLVED' });
    expect(overlay.revert(ticket.id, 'a')).toMatchObject({
      priority: 'NORMAL',
      status: 'RESOLVED',
    });
  });

  it('keeps them over a fact that arrives meanwhile, and keeps the fact', () => {
    const overlay = new TicketOverlay();
    const ticket = aTicket(1);
    const shown = overlay.add(ticket, 'a', high);
    const fact = { ...ticket, title: 'Renamed', version: 2 };
    expect(overlay.accept(fact, shown)).toMatchObject({ title: 'Renamed', priority: 'HIGH' });
    expect(overlay.revert(ticket.id, 'a')).toEqual(fact);
  });

  it('keeps a second change while the answer to the first lacks it', () => {
    const overlay = new TicketOverlay();
    const ticket = aTicket(1);
    overlay.add(ticket, 'a', high);
    const shown = overlay.add(ticket, 'b', resolved);
    const answer = { ...ticket, priority: 'HIGH' as const, version: 2 };
    expect(overlay.settle(answer, 'a', shown)).toMatchObject({
      priority: 'HIGH',
      status: 'RESOLVED',
    });
  });

  it('ignores what is older than what is known', () => {
    const overlay = new TicketOverlay();
    const known = aTicket(1, { version: 3 });
    expect(overlay.accept(aTicket(1, { version: 2 }), known)).toBeNull();
    const moved = { ...known, updatedAt: minute(9) };
    expect(overlay.accept(known, moved)).toBeNull();
    expect(overlay.accept(known, known)).toBe(known);
  });

  it('bases the next change on the last own answer, never on less than was seen', () => {
    const overlay = new TicketOverlay();
    const ticket = aTicket(1);
    overlay.add(ticket, 'a', high);
    overlay.settle({ ...ticket, version: 2 }, 'a', ticket);
    expect(overlay.baseVersion(ticket.id, 1)).toBe(2);
    expect(overlay.baseVersion(ticket.id, 5)).toBe(5);
  });

  it('lets a taken change stand until the server tells, and no longer', () => {
    const overlay = new TicketOverlay();
    const ticket = aTicket(1);
    overlay.add(ticket, 'reply', resolved);
    const shown = overlay.add(ticket, 'other', high);
    overlay.bake(ticket.id, 'reply');
    expect(overlay.revert(ticket.id, 'other')).toMatchObject({ status: 'RESOLVED' });

    overlay.add(ticket, 'reply', resolved);
    overlay.add(ticket, 'other', high);
    overlay.accept({ ...ticket, status: 'IN_PROGRESS', version: 2 }, shown);
    overlay.bake(ticket.id, 'reply');
    expect(overlay.revert(ticket.id, 'other')).toMatchObject({ status: 'IN_PROGRESS' });
  });
});
