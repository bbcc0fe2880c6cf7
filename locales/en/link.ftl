### The page that a link which works once leads to.

open-link = Open your link
open-link-help = A link from an invitation or a message opens by itself. If it does not, because your browser runs no scripts here, paste it below.
open-link-field = Your link
open-link-hint = All of it, or only the code after the # sign. It stands in the message, and in the address bar if you have just followed it.
open-link-go = Open

open-link-gone = This link opens nothing
open-link-gone-help = It has been used, taken back or replaced by a newer one, or its time is over; or part of it is missing. Nothing has changed. Paste the whole link, or ask whoever gave it to you for a new one.
open-link-late = No link is open in this browser
open-link-late-help = A link is put away when it has been used, when you sign out, and 15 minutes after you last looked at it. Nothing has changed. Follow the link again, or paste it here.
open-link-another = Another link was opened in this browser
open-link-another-help = What you sent was meant for the link before it, so it was not taken and nothing has changed. Follow the link that you want again, or paste it here.

error-link-missing = Paste your link here, or the code after its # sign.
