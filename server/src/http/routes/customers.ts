import { findCustomers } from '../../domain/customers/findCustomers';
import { showCard } from '../../domain/customers/showCard';
import { tagCustomer } from '../../domain/customers/tagCustomer';
import {
  addCustomerNote,
  deleteCustomerNote,
  editCustomerNote,
} from '../../domain/customers/writeNote';
import type { Handlers } from '../handler';

export const customerHandlers = {
  'customers.find': findCustomers,
  'customers.card': showCard,
  'customers.tag': tagCustomer,
  'customers.addNote': addCustomerNote,
  'customers.editNote': editCustomerNote,
  'customers.deleteNote': deleteCustomerNote,
} satisfies Handlers<
  | 'customers.find'
  | 'customers.card'
  | 'customers.tag'
  | 'customers.addNote'
  | 'customers.editNote'
  | 'customers.deleteNote'
>;
