const signIn = document.getElementById('sign-in');
const approve = document.getElementById('approve');
const message = document.getElementById('message');

/** Kept here alone: to leave the page is to sign out. */
let accessToken;

onSubmit(signIn, async (fields) => {
  const { access_token } = await post(signIn.action, fields);
  accessToken = access_token;
  signIn.reset();
  show(approve);
  return '';
});

onSubmit(approve, async ({ user_code }) => {
  await post(approve.action, { user_code: asShown(user_code) });
  approve.reset();
  return 'The device is signed in. You can close this page.';
});

/** Sends a form without leaving the page, once at a time, and says how it went. */
function onSubmit(form, send) {
  let isBusy = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    try {
      message.textContent = await send(Object.fromEntries(new FormData(form)));
    } catch (error) {
      message.textContent = error.message;
    } finally {
      isBusy = false;
    }
  });
}

/** Every refusal is an envelope whose `error` is written for people. */
async function post(url, fields) {
  const headers = { 'content-type': 'application/json' };
  if (accessToken) headers.authorization = `Bearer ${accessToken}`;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(fields) });
  if (response.ok) return response.status === 204 ? undefined : response.json();
  if (response.status === 401 && accessToken) {
    accessToken = undefined;
    show(signIn);
  }
  const { error } = await response.json();
  throw new Error(error);
}

function show(form) {
  for (const other of [signIn, approve]) other.hidden = other !== form;
  form.getElementsByTagName('input')[0].focus();
}

/** A code as the device shows it, however it was typed. */
function asShown(userCode) {
  return userCode
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .replace(/^.{4}/, '$&-');
}
