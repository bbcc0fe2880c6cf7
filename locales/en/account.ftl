### My account, and what stands between somebody and the hub: password, code, passkey, links.

## Signing in

sign-in-forgotten = Forgotten your password?
sign-in-passkey = Sign in with a passkey
sign-in-late = That took longer than five minutes. Sign in again.
sign-in-reset = Your new password is set, and you are signed out everywhere. Sign in with it.
sign-in-sent = If this address has an account, a link for a new password is on its way to it. The link works for an hour.
code-title = Enter your code
code-lede = Your password was right. One more step shows that it is you.
code-hint = The six digits that your app shows now, or one of your recovery codes.
code-back = Back to signing in
passkey-failed = The passkey could not be used. Try again, or use another way.
passkey-cancelled = Nothing was done: the passkey was not confirmed in time, or this device has none for this hub.
passkey-unable = This browser cannot use passkeys.
passkey-elsewhere = Passkeys of this hub work at this address:

## My account

account-title = My account
account-lede = Who you are, how you sign in, and where you are signed in. It goes with you into every organisation you belong to.
account-you = You
account-name = Your name
account-language-browser = As the browser says
account-ways = How you sign in
account-unconfirmed = Not confirmed yet: whoever invited you could see the link that opened this account. A new password by e-mail confirms the address, signs you out everywhere, and removes the passkeys and the app for codes that the account has now.
account-unconfirmed-go = Confirm by a new password
account-change = Change
account-add = Add
account-on = On
account-password-since = Chosen on { $when }
account-password-none = None: you sign in another way.
account-password-choose = Choose
account-factor-none = None: your password alone lets anybody in who knows it.
account-passkeys-count =
    { $count ->
        [0] None. A passkey opens with your finger, face or PIN, and nobody can guess it.
        [one] One
       *[other] { $count }
    }
account-sessions = Where you are signed in
account-session-this = this browser
account-session-unknown = Unknown browser
account-session-made = Signed in { $when }
account-session-seen = last seen { $when }
account-session-end = End
account-session-alone = You are signed in nowhere else.
account-end-others = End all others
account-end-others-says =
    { $count ->
        [one] Ends one other session: whoever sits there must sign in again.
       *[other] Ends { $count } other sessions: whoever sits there must sign in again.
    }
account-saved = Saved.
account-address-sent = A link is on its way to the new address. Open it within 24 hours; until then your address stays as it is.
account-address-confirmed = This is your e-mail address from now on.
account-password-changed = Your password is changed. All your other sessions have ended.
account-session-ended = Ended. Whoever sat there must sign in again.
account-passkey-added = The passkey is added. From now on you can sign in with it.
account-passkey-removed = The passkey no longer opens this account. You can delete it on your device too.
account-factor-removed = The second factor is removed. Your password alone lets you in again.

## Showing anew who one is

prove-title = Is it still you?
prove-lede = Before you change how you sign in, show once more who you are. That counts for 15 minutes.
prove-go = Go on
prove-passkey = Use a passkey
prove-neither = You have neither a password nor a passkey here
prove-neither-help = Sign out and in again; for 15 minutes after that you can change how you sign in.

## Password, address

password-title = Change your password
password-first = Choose a password
password-present = Present password
password-new = New password
password-consequence = Ends all your other sessions: on every other browser you must sign in again.
password-go = Set the password
address-title = Change your e-mail address
address-present = Now it is { $email }.
address-new = New e-mail address
address-consequence = We write a link to the new address. Only when you have opened it, signed in as yourself, does the new address count; links for a new password that went to the old one stop working then.
address-go = Send the link
reset-title = Ask for a new password
reset-lede = We write a link to your address. With it you choose a new password.
reset-go = Send the link
new-password-title = Choose a new password
new-password-consequence = Ends all your sessions: on every browser you must sign in again.
confirm-title = Confirm your new address
confirm-says = From now on you sign in with { $email }, and what the hub writes to you goes there.
confirm-go = Use this address

## Second factor

second-factor-title = Code from an app
second-factor-lede = Besides your password you type six digits that an app on your phone shows. Whoever learns your password still cannot get in.
second-factor-code = Code
second-factor-code-hint = Six digits
second-factor-codes-left =
    { $count ->
        [0] No recovery codes are left: make new ones.
        [one] One recovery code is left.
       *[other] { $count } recovery codes are left.
    }
second-factor-picture = QR code with the key for your app
second-factor-step-app = Open an app for codes on your phone. Many password managers can do it too.
second-factor-step-scan = Add an account there with this picture.
second-factor-key = Or type this key:
second-factor-step-code = Type the code that the app shows now.
second-factor-consequence = From your next sign-in on, the code is asked for after the password. You also get ten recovery codes in case you lose the phone. Should you lose those too, an administrator of your organisation, who has made sure that it is you, asks whoever runs this hub.
second-factor-go = Turn it on
second-factor-again = Begin anew
second-factor-present = An app is set up
second-factor-since = Since { $when }
second-factor-remove = Remove the second factor
second-factor-remove-consequence = Your password alone lets you in again, and your recovery codes stop working.
codes-title = Recovery codes
codes-lede = Each of these lets you in once, instead of the app’s code. Keep them where you find them without your phone: they are shown only now.
codes-copy = Copy all
codes-print = Print
codes-kept = I have kept them
codes-new = Make new codes
codes-new-consequence = Makes ten new codes. Those you have now stop working.

## Passkeys

passkeys-title = Passkeys
passkeys-lede = A passkey stays on your device and opens with your finger, face or PIN. It is enough to sign in: no password, no code.
passkeys-yours = Your passkeys
passkeys-made = Added on { $when }
passkeys-used = last used { $when }
passkeys-unused = never used
passkeys-remove = Remove
passkeys-remove-consequence = A passkey that is removed opens this account no more; your sessions go on.
passkeys-new = Add a passkey
passkeys-name = What you call it
passkeys-name-hint = So that you know it again, such as “Phone” or “Blue key”.
passkeys-add = Add a passkey
passkeys-script = Adding a passkey needs JavaScript, which is off in this browser.
passkeys-nameless = Passkeys are not possible here
passkeys-nameless-help = A passkey is bound to the name of a hub that is reached by https. Whoever runs this one must give it such a name with --public-url.

## What cannot be accepted

error-too-many-attempts = Too many attempts
error-too-many-attempts-help =
    { $minutes ->
        [one] Wait a minute and try again. From a browser you have signed in on before, with a passkey, or through a link for a new password you need not wait.
       *[other] Wait { $minutes } minutes and try again. From a browser you have signed in on before, with a passkey, or through a link for a new password you need not wait.
    }
error-proof-needed = Show once more who you are
error-proof-needed-help = How one signs in can be changed for 15 minutes after one has shown who one is. Open “My account” and begin there.
error-sign-in-nowhere = Your password is right, but you belong to no organisation here any more. Ask whoever manages people in yours.
error-code-wrong = This code is wrong, or was used before. Wait for the next one of the app, or take another recovery code.
error-code-late = That code has just run out. Type the one that the app shows now.
error-password-wrong = This is not your present password.
error-passkey-refused = The passkey was not accepted. Try again; if it happens again, use another way.
error-passkey-unknown = This passkey opens no account here. It may have been removed.
error-passkeys-many = You have { $value } passkeys already. Remove one you no longer need first.
error-passkey-twice = This device has a passkey for your account already.
error-passkey-name = Give it a name of at most 80 characters.
