export interface UsageReport {
  serviceId: string;
  signIns: number;
  remaining: number;
}
