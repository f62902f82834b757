export { addAuthOsErrors } from './add-authos-errors.js';
export { ApiAuthOsErrors } from './api-authos-errors.decorator.js';
