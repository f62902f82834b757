/** RFC 6749, section 5.1. */
export interface AccessToken {
  access_token: string;
  token_type: 'Bearer';
  expires_in: number;
}
