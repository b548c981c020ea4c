export { demoGroup, demoPeople, DEMO_NEWCOMER } from './people';
export { fillDemoDesk } from './fillDemoDesk';
export { fillDemoFaq } from './fillDemoFaq';
