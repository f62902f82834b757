export interface SmsReceipt {
  id: string;
  parts: number;
}
