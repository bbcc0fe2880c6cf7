### What directories that manage people here are told (SCIM).

scim-bearer = A token of this hub, or one that an OAuth client was given, whose roles let it manage people.
error-scim-long = Use at most { $value } characters.
error-scim-many = Give at most { $value } addresses.
error-scim-user-name = Give a user name.
error-scim-elsewhere = Somebody of another organisation has this address. Invite them; once they have accepted, they are found here.
error-scim-filter = The filter cannot be read from here on: { $value }
error-scim-path = There is no attribute “{ $value }”.
error-scim-no-target = Nothing fits “{ $value }”.
error-scim-value = The value of “{ $value }” cannot be accepted.
error-scim-read-only = “{ $value }” is set by the hub alone.
