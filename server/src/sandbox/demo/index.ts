export { demoPeople, DEMO_NEWCOMER, demoStaff } from './people';
export { fillDemoDesk } from './fillDemoDesk';
